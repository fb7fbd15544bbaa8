/** Knows how the tables of what an expert knows are read and checked. */
@NullMarked
package org.attache.lexicon;

import org.jspecify.annotations.NullMarked;
