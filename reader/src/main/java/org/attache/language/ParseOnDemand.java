package org.attache.language;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A parse that is made when it is first asked for: of many a sentence no more is needed than its
 * words. It is the same whenever that is. Belongs to one document, and so to one thread.
 */
final class ParseOnDemand implements Parse {
  private final Supplier<ParseRepairs.Tree> parser;
  private Optional<ParseRepairs.Tree> tree = Optional.empty();

  /** A parse that the parser makes. */
  ParseOnDemand(Supplier<ParseRepairs.Tree> parser) {
    this.parser = parser;
  }

  private ParseRepairs.Tree tree() {
    if (tree.isEmpty()) {
      tree = Optional.of(parser.get());
    }
    return tree.get();
  }

  @Override
  public int head(int token) {
    return tree().head(token);
  }

  @Override
  public String relation(int token) {
    return tree().relation(token);
  }
}
