/**
 * Dealings as one page for people, which needs nothing but itself; its templates are in
 * src/main/jte.
 */
@NullMarked
package org.attache.register.exchange.page;

import org.jspecify.annotations.NullMarked;
