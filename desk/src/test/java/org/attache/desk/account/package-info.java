/** Who may do what at the desk. */
@NullMarked
package org.attache.desk.account;

import org.jspecify.annotations.NullMarked;
