/** Knows the {@code attache} command: its options, what it prints, and how it ends. */
@NullMarked
package org.attache.cli;

import org.jspecify.annotations.NullMarked;
