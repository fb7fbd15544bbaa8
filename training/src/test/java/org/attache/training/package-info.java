/** Tests of the training. */
@NullMarked
package org.attache.training;

import org.jspecify.annotations.NullMarked;
