package org.attache.attribution;

import org.attache.source.Source;

/**
 * One link of a chain of sources.
 *
 * @param source who it is
 * @param statement the statement by which it is tied to the content; its cue says how sure it is
 *     and whether it denies
 */
public record Link(Source source, Statement statement) {}
