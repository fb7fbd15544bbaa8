/**
 * Knows where a report is in a file, a page, a feed or an archive, and what its publisher says of
 * it.
 */
@NullMarked
package org.attache.gather.article;

import org.jspecify.annotations.NullMarked;
