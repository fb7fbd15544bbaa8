/** Knows what a claim is. */
@NullMarked
package org.attache.claim;

import org.jspecify.annotations.NullMarked;
