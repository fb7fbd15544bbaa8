package org.attache.attribution;

import java.util.Optional;
import org.attache.language.Document;
import org.attache.report.Block;

/** Where a report is written: the state whose ministry is meant by "the Defence Ministry". */
final class HomeState {
  private static final int LONGEST_DATELINE = 60;

  private final SourceLexicon lexicon;

  HomeState(SourceLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The state of the dateline, else of the outlet. */
  Optional<String> of(Document document) {
    for (Block block : document.blocks()) {
      if (block.kind() == Block.Kind.BODY) {
        Optional<String> here =
            dateline(document.report().text().substring(block.start(), block.end()));
        if (here.isPresent()) {
          return here;
        }
        break;
      }
    }
    String outlet = document.report().outlet();
    if (lexicon.isOfTheWorld(outlet)) {
      return lexicon.stateIn(document.report().headline());
    }
    return lexicon.outlets(outlet).stream()
        .filter(m -> isWhole(outlet, m.start(), m.end()))
        .flatMap(m -> m.value().state().stream())
        .findFirst()
        .or(() -> lexicon.stateIn(document.report().outlet()))
        .or(() -> lexicon.placeIn(document.report().outlet()));
  }

  /** A known name within a longer one ("Lagos Defence Review") is another outlet's. */
  private static boolean isWhole(String outlet, int start, int end) {
    return (start == 0 || outlet.substring(0, start).strip().equalsIgnoreCase("the"))
        && end == outlet.length();
  }

  private Optional<String> dateline(String line) {
    String head = line.substring(0, Math.min(line.length(), LONGEST_DATELINE));
    int end = 0;
    for (String mark :
        new String[] {" \u2014 ", " \u2013 ", " - ", ": ", " -- ", "(AP)", "(Reuters)"}) {
      int at = head.indexOf(mark);
      if (at > 0 && (end == 0 || at < end)) {
        end = at;
      }
    }
    if (end == 0) {
      return Optional.empty();
    }
    String place = head.substring(0, end);
    String spelled = place;
    String usual = capitalised(place);
    return lexicon
        .stateIn(spelled)
        .or(() -> lexicon.stateIn(usual))
        .or(() -> lexicon.placeIn(usual));
  }

  private static String capitalised(String place) {
    StringBuilder text = new StringBuilder();
    for (String word : place.split(" ")) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(
          word.isEmpty()
              ? ""
              : word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return text.toString();
  }
}
