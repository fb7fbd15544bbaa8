/** Knows the sides of dealings: states, the organisations and groups beside them, companies. */
@NullMarked
package org.attache.party;

import org.jspecify.annotations.NullMarked;
