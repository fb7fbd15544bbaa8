package org.attache.register.store;

/**
 * How often something occurs.
 *
 * @param name what
 * @param number how often
 */
public record Tally(String name, int number) {}
