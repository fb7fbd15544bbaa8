package org.attache.register.store;

/**
 * A report that a search found.
 *
 * @param report the report
 * @param snippet the words found, in brackets, with what stands around them
 */
public record Hit(KeptReport report, String snippet) {}
