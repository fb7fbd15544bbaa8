@NullMarked
package org.attache.desk;

import org.jspecify.annotations.NullMarked;
