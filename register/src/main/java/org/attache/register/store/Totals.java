package org.attache.register.store;

/**
 * How much a register holds.
 *
 * @param reports reports, every version
 * @param claims claims that count
 * @param dealings dealings
 * @param decisions decisions of reviewers
 */
public record Totals(int reports, int claims, int dealings, int decisions) {}
