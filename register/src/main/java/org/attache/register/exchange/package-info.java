/** The register in the formats that other programs read, and back. */
@NullMarked
package org.attache.register.exchange;

import org.jspecify.annotations.NullMarked;
