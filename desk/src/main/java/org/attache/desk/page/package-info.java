/** The pages, as people see them. */
@NullMarked
package org.attache.desk.page;

import org.jspecify.annotations.NullMarked;
