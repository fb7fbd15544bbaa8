package org.attache.gather.article;

/** Is told of the records of an archive, and of those that hold no page. */
public interface Records {
  /** Counts nothing. */
  Records UNCOUNTED =
      new Records() {
        @Override
        public void seen() {}

        @Override
        public void passedOver(Why why) {}
      };

  /** Why a record is passed over. */
  enum Why {
    /** It is a request, metadata or anything else that is no answer of a server. */
    NO_ANSWER,
    /** The server answered, but with no page: another status than 200. */
    NO_SUCCESS,
    /** It is an image, a script or anything else that is no HTML. */
    NO_HTML,
    /** It is a page whose bytes were looked at, and are not worth parsing. */
    NOT_WORTH_PARSING
  }

  /** There is one more record. */
  void seen();

  /** The record that was seen last holds no page, or none that is worth parsing. */
  void passedOver(Why why);

  /**
   * Whether a page is worth parsing; all are where nobody says otherwise.
   *
   * @param page its bytes as the server sent them, unpacked
   */
  default boolean isWorthParsing(byte[] page) {
    return true;
  }
}
