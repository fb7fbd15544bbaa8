/** The register in the browser and over HTTP: the server that shows it. */
@NullMarked
package org.attache.desk;

import org.jspecify.annotations.NullMarked;
