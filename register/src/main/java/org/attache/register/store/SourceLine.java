package org.attache.register.store;

import java.time.LocalDate;

/**
 * A source in a list of sources.
 *
 * @param name its name
 * @param dealings about how many dealings it asserts something
 * @param confirmed how many of them another independent source asserts too
 * @param denied how many of them somebody denies
 * @param first the day of the first report on one of them
 * @param last the day of the last one
 */
public record SourceLine(
    String name, int dealings, int confirmed, int denied, LocalDate first, LocalDate last) {}
