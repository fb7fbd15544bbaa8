/** Who uses the desk, and what they may do. */
@NullMarked
package org.attache.desk.account;

import org.jspecify.annotations.NullMarked;
