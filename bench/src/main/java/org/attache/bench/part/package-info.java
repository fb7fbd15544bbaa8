/** Knows how long the parts of the way from a page to a dealing take, each by itself. */
@NullMarked
package org.attache.bench.part;

import org.jspecify.annotations.NullMarked;
