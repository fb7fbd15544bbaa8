/** Knows the JSON in which claims, reports and attributions are handed on. */
@NullMarked
package org.attache.contract;

import org.jspecify.annotations.NullMarked;
