/** Knows where in a sentence parties, items, money and numbers are mentioned. */
@NullMarked
package org.attache.mention;

import org.jspecify.annotations.NullMarked;
