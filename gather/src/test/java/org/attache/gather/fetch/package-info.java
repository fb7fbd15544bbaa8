/** Tests of fetching, on an internet of one machine. */
@NullMarked
package org.attache.gather.fetch;

import org.jspecify.annotations.NullMarked;
