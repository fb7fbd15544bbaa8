/** Knows how a report is read: from its text to its claims, stage by stage. */
@NullMarked
package org.attache.reading;

import org.jspecify.annotations.NullMarked;
