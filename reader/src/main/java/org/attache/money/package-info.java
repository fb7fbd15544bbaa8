/** Knows what dealings are worth: amounts, currencies, bounds. */
@NullMarked
package org.attache.money;

import org.jspecify.annotations.NullMarked;
