/** Knows when: days, spans of days, and how a report's words give them. */
@NullMarked
package org.attache.time;

import org.jspecify.annotations.NullMarked;
