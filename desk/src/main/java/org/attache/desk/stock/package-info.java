/** What the desk asks the register, from many threads, and what it keeps of the answers. */
@NullMarked
package org.attache.desk.stock;

import org.jspecify.annotations.NullMarked;
