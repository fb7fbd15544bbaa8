/** Knows how the {@code attache} script finds a JDK, builds the program and starts it. */
@NullMarked
package org.attache.launcher;

import org.jspecify.annotations.NullMarked;
