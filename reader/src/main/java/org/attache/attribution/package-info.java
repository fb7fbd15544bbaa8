/** Knows who says what: cues, what they govern, and whom a mention of a source means. */
@NullMarked
package org.attache.attribution;

import org.jspecify.annotations.NullMarked;
