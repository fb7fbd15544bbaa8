@NullMarked
package org.attache.bench.press;

import org.jspecify.annotations.NullMarked;
