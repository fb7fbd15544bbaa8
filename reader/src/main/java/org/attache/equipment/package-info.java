/** Knows what changes hands: designations, categories, items. */
@NullMarked
package org.attache.equipment;

import org.jspecify.annotations.NullMarked;
