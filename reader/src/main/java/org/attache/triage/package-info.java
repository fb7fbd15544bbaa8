/**
 * Knows which pages, reports and sentences cannot hold a claim, from their bytes and words alone,
 * so that the costly steps are spared them.
 */
@NullMarked
package org.attache.triage;

import org.jspecify.annotations.NullMarked;
