@NullMarked
package org.attache.desk.api;

import org.jspecify.annotations.NullMarked;
