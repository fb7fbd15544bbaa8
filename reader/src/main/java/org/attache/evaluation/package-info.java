/** Knows how claims that were read are measured against claims that people wrote down. */
@NullMarked
package org.attache.evaluation;

import org.jspecify.annotations.NullMarked;
