/** Knows how many: numbers in figures and words, ranges, and vague plurals. */
@NullMarked
package org.attache.quantity;

import org.jspecify.annotations.NullMarked;
