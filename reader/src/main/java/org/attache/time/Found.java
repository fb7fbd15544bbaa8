package org.attache.time;

/**
 * A period found in a phrase.
 *
 * @param to index after its last word
 * @param period what it is
 */
record Found(int to, Period period) {}
