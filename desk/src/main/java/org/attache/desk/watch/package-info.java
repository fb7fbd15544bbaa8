/** Questions that are asked again and again, and whom the answers are told to. */
@NullMarked
package org.attache.desk.watch;

import org.jspecify.annotations.NullMarked;
