package org.attache.gather.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What comes out of a file or a page: an article, or a reason why there is none. */
public sealed interface Gathered {
  /** The file, and the place in it, that it comes from. */
  String name();

  /**
   * An article.
   *
   * @param name the file, and the place in it, that it comes from
   * @param outlet who published it
   * @param title its headline
   * @param published when
   * @param url where it was found
   * @param address the canonical URL that it names itself
   * @param language its language as a BCP 47 tag; "und" where that is not said
   * @param retrieved when it was fetched, where that is known
   * @param text its text, cleaned, headline first, a paragraph a line
   * @param links where it links to
   */
  record Article(
      String name,
      Optional<String> outlet,
      Optional<String> title,
      Optional<LocalDate> published,
      Optional<String> url,
      Optional<String> address,
      String language,
      Optional<Instant> retrieved,
      String text,
      List<String> links)
      implements Gathered {
    /** Keeps a copy; refuses an article that says nothing. */
    public Article {
      links = List.copyOf(links);
      if (text.isBlank()) {
        throw new IllegalArgumentException(name + " has no text");
      }
    }
  }

  /**
   * Something that gave no article.
   *
   * @param name the file, and the place in it
   * @param fault what is wrong, and what to do
   */
  record Fault(String name, String fault) implements Gathered {}
}
