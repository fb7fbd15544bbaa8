/** Knows how fast web archives are read, and makes such archives up from a seed. */
@NullMarked
package org.attache.bench.archive;

import org.jspecify.annotations.NullMarked;
