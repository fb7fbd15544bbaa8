package org.attache.register.store;

import org.attache.claim.Kind;

/**
 * How many dealings lead from one side to another.
 *
 * @param supplier key of who hands over
 * @param recipient key of who gets
 * @param kind what is said of the sides
 * @param year the year of the first report
 * @param dealings how many
 * @param sources how many independent sources they have, added up
 */
public record Flow(
    String supplier, String recipient, Kind kind, int year, int dealings, int sources) {}
