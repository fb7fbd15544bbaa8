package org.attache.triage;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The elements of HTML by what they do to the text around them. */
final class Elements {
  /** A line of an article's text never runs over one of these. */
  static final Set<String> BREAKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hgroup",
          "hr",
          "html",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  /** These part words, as a blank does. */
  static final Set<String> BLANKS =
      Set.of(
          "applet",
          "base",
          "br",
          "col",
          "colgroup",
          "frame",
          "frameset",
          "link",
          "listing",
          "marquee",
          "meta",
          "noscript",
          "script",
          "style",
          "template",
          "title");

  /** With these, what is text and what is not cannot be told without a parser. */
  static final Set<String> ODD = Set.of("plaintext", "xmp");

  /** What stands in these is no mark-up, but may be text; in {@code meta} the attributes are. */
  static final Set<String> HOLDING =
      Set.of("iframe", "meta", "noembed", "noframes", "script", "style", "textarea", "title");

  /** What a tag does to the line that it stands in. */
  enum Effect {
    NONE,
    BREAK,
    BLANK,
    /** One cannot tell. */
    UNSURE
  }

  private static final Map<String, Effect> EFFECTS = effects();

  private static Map<String, Effect> effects() {
    Map<String, Effect> effects = new HashMap<>();
    BREAKS.forEach(name -> effects.put(name, Effect.BREAK));
    BLANKS.forEach(name -> effects.put(name, Effect.BLANK));
    ODD.forEach(name -> effects.put(name, Effect.UNSURE));
    return effects;
  }

  /** What a tag of that name, in small letters, does to the line that it stands in. */
  static Effect effect(String name) {
    return EFFECTS.getOrDefault(name, Effect.NONE);
  }

  private Elements() {}
}
