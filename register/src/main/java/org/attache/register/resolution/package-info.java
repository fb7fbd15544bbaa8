/**
 * How claims of many reports come together as dealings: a pure function of claims and decisions.
 */
@NullMarked
package org.attache.register.resolution;

import org.jspecify.annotations.NullMarked;
