/** Tests of the comparison. */
@NullMarked
package org.attache.bench;

import org.jspecify.annotations.NullMarked;
