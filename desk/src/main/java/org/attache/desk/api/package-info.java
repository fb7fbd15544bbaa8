/** The register for programs, under {@code /api/v1}. */
@NullMarked
package org.attache.desk.api;

import org.jspecify.annotations.NullMarked;
