@NullMarked
package org.attache.bench.register;

import org.jspecify.annotations.NullMarked;
