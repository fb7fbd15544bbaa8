package org.attache.bench;

import org.attache.report.Report;

/** One of the two ways to take a report. */
interface Side {
  /** Which ways there are. */
  enum Name {
    /** From a report to its claims. */
    ATTACHE("Attaché") {
      @Override
      Side load() {
        return new AttacheSide();
      }
    },
    /** From a report to its tokens, sentences, tags, lemmas, named entities and parses. */
    CORENLP("CoreNLP") {
      @Override
      Side load() {
        return new CoreNlpSide();
      }
    };

    private final String written;

    Name(String written) {
      this.written = written;
    }

    /** The way itself, with its models loaded. */
    abstract Side load();

    @Override
    public String toString() {
      return written;
    }
  }

  /**
   * Takes a report.
   *
   * @return how much was found in it; it shows that work was done, and the same each time
   */
  int take(Report report);
}
