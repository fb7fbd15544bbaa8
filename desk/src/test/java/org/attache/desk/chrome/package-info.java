/** The desk in a real browser. */
@NullMarked
package org.attache.desk.chrome;

import org.jspecify.annotations.NullMarked;
