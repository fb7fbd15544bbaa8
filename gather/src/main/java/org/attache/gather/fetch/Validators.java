package org.attache.gather.fetch;

import java.util.Optional;

/**
 * What a server calls the state of a page, to be shown to it again so that it need not send the
 * same page twice.
 *
 * @param etag the header {@code ETag} as the server wrote it, quotes included
 * @param lastModified the header {@code Last-Modified} as the server wrote it
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** Nothing is known of the page yet. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  private static final int LONGEST = 1_024;

  /**
   * Refuses what cannot stand in a header.
   *
   * @throws IllegalArgumentException where a value is empty, longer than 1,024 characters, or holds
   *     anything but printable ASCII
   */
  public Validators {
    if (!etag.map(Validators::isWritable).orElse(true)
        || !lastModified.map(Validators::isWritable).orElse(true)) {
      throw new IllegalArgumentException(
          "validators are 1 to 1,024 printable ASCII characters, and not: "
              + Printable.of(etag.orElse("") + " " + lastModified.orElse("")));
    }
  }

  /** From what a server sent; a value that could not be sent back is left out. */
  static Validators of(Optional<String> etag, Optional<String> lastModified) {
    return new Validators(
        etag.filter(Validators::isWritable), lastModified.filter(Validators::isWritable));
  }

  /** Whether there is nothing to show to the server. */
  public boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }

  private static boolean isWritable(String value) {
    return !value.isEmpty()
        && value.length() <= LONGEST
        && value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
