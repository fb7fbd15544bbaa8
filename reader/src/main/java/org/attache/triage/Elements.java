package org.attache.triage;

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

  /** What stands in these is no mark-up, but may be text. */
  static final Set<String> RAW = Set.of("iframe", "noembed", "noframes", "textarea", "title");

  /** With these, what is text and what is not cannot be told without a parser. */
  static final Set<String> ODD = Set.of("plaintext", "xmp");

  private Elements() {}
}
