/** Knows how fast reports are read, and how fast CoreNLP's default pipeline takes them. */
@NullMarked
package org.attache.bench;

import org.jspecify.annotations.NullMarked;
