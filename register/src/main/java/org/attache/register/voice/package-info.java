/** Who asserts what about a dealing, each counted once however often it is repeated. */
@NullMarked
package org.attache.register.voice;

import org.jspecify.annotations.NullMarked;
