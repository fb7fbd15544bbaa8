@NullMarked
package org.attache.desk.watch;

import org.jspecify.annotations.NullMarked;
