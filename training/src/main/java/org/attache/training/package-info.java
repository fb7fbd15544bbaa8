/** Knows how the weights of the reader's linear models are learned from a corpus. */
@NullMarked
package org.attache.training;

import org.jspecify.annotations.NullMarked;
