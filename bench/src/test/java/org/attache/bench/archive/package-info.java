@NullMarked
package org.attache.bench.archive;

import org.jspecify.annotations.NullMarked;
