/** Filters as they stand in the address of a page. */
@NullMarked
package org.attache.desk.question;

import org.jspecify.annotations.NullMarked;
