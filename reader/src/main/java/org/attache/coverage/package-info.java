/** Knows how much of a list of designations the catalogue recognises. */
@NullMarked
package org.attache.coverage;

import org.jspecify.annotations.NullMarked;
