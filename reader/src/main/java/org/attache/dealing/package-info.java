/** Knows the words of dealings, the roles of what stands around them, and the stages they give. */
@NullMarked
package org.attache.dealing;

import org.jspecify.annotations.NullMarked;
