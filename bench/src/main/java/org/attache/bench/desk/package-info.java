/** How fast the desk answers many readers at once, on a register of any size. */
@NullMarked
package org.attache.bench.desk;

import org.jspecify.annotations.NullMarked;
