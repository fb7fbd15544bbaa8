package org.attache.register.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A visit to an address that is watched.
 *
 * @param url the address
 * @param etag what its server called the state of the page
 * @param lastModified when the server said that it was last changed
 * @param visited when the visit was
 * @param next when the next one is due; none where the page is gone for good
 * @param failures how many visits in a row brought nothing
 */
public record KeptVisit(
    String url,
    Optional<String> etag,
    Optional<String> lastModified,
    Instant visited,
    Optional<Instant> next,
    int failures) {}
