/** Tests of the benchmarks of single parts. */
@NullMarked
package org.attache.bench.part;

import org.jspecify.annotations.NullMarked;
