/** How the register bears size: adding and asking at several sizes, side by side. */
@NullMarked
package org.attache.bench.register;

import org.jspecify.annotations.NullMarked;
