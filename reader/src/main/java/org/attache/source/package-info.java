/** Knows who is responsible for an assertion. */
@NullMarked
package org.attache.source;

import org.jspecify.annotations.NullMarked;
