/**
 * Knows how to get pages and feeds from strangers: without being led to an address that is none of
 * theirs, without being held or flooded, and without asking more often than they like.
 */
@NullMarked
package org.attache.gather.fetch;

import org.jspecify.annotations.NullMarked;
