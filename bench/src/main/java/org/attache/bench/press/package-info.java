/** Makes a day's press up from a seed: a few reports of dealings among many of something else. */
@NullMarked
package org.attache.bench.press;

import org.jspecify.annotations.NullMarked;
