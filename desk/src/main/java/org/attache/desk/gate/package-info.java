/** What every request passes: limits, headers, and what is said where something is wrong. */
@NullMarked
package org.attache.desk.gate;

import org.jspecify.annotations.NullMarked;
