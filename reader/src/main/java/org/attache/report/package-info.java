/** Knows a report: its text, where it was published, and which line of it is what. */
@NullMarked
package org.attache.report;

import org.jspecify.annotations.NullMarked;
