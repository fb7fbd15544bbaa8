/** Tests of what the desk asks the register, from many threads. */
@NullMarked
package org.attache.desk.stock;

import org.jspecify.annotations.NullMarked;
