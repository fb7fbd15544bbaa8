package org.attache.reading;

import java.util.List;
import java.util.Optional;
import org.attache.attribution.AttributionReader;
import org.attache.attribution.SourceChains;
import org.attache.attribution.SourceLexicon;
import org.attache.attribution.Statement;
import org.attache.language.Document;

/** Who says what in a report; found when it is first asked for, since many a report needs none. */
final class Speech {
  private record Found(List<Statement> statements, SourceChains chains) {}

  private final Document document;
  private final AttributionReader reader;
  private final SourceLexicon lexicon;
  private Optional<Found> found = Optional.empty();

  Speech(Document document, AttributionReader reader, SourceLexicon lexicon) {
    this.document = document;
    this.reader = reader;
    this.lexicon = lexicon;
  }

  private Found found() {
    if (found.isEmpty()) {
      List<Statement> statements = reader.statements(document);
      found = Optional.of(new Found(statements, new SourceChains(document, statements, lexicon)));
    }
    return found.get();
  }

  /** All statements of the report, in the order of the text. */
  List<Statement> statements() {
    return found().statements();
  }

  /** Whose they are. */
  SourceChains chains() {
    return found().chains();
  }
}
