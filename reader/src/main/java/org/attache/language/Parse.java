package org.attache.language;

/** Which word of a sentence depends on which, and how. */
public interface Parse {
  /** Index of the token that governs a token, or -1 for the root. */
  int head(int token);

  /** Universal Dependencies relation of a token to its head, with its subtype ("acl:relcl"). */
  String relation(int token);
}
