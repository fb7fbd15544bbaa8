package org.attache.gather.fetch;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;

/** What came of asking for an address. */
public sealed interface Fetched {
  /**
   * The page was sent.
   *
   * @param uri where it was found in the end, after all redirects
   * @param downgraded whether a redirect led from https to http, so that anybody on the way could
   *     have changed the page
   * @param body all of its bytes, decompressed
   * @param contentType the media type that the server names, in lower case and without parameters
   * @param charset the character set that the server names, where this JVM knows it; the page
   *     itself may name another
   * @param validators what to show to the server next time
   */
  record Page(
      URI uri,
      boolean downgraded,
      Body body,
      Optional<String> contentType,
      Optional<Charset> charset,
      Validators validators)
      implements Fetched {}

  /** The page is still the one whose validators were shown. */
  record NotModified() implements Fetched {}

  /** The page was taken away for good; do not ask again. */
  record Gone() implements Fetched {}

  /**
   * It was not asked for, or not taken: an address that must not be dialled, a site that does not
   * want it, a page of no sensible size. Asking again soon will not help.
   *
   * @param reason what speaks against it, for people
   */
  record Refused(String reason) implements Fetched {}

  /**
   * It could not be had this time.
   *
   * @param reason what went wrong, for people
   * @param retryAfter how long to leave the address alone at least, where the server or an earlier
   *     answer of its host says so
   */
  record Failed(String reason, Optional<Duration> retryAfter) implements Fetched {
    /** A failure after which nobody said how long to wait. */
    Failed(String reason) {
      this(reason, Optional.empty());
    }
  }
}
