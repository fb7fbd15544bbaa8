/** What claims about one dealing add up to: every value with who says so, and its history. */
@NullMarked
package org.attache.register.dealing;

import org.jspecify.annotations.NullMarked;
