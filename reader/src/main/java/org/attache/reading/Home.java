package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.attache.attribution.SourceLexicon;
import org.attache.language.Document;
import org.attache.mention.Mentions;
import org.attache.mention.PartyMention;
import org.attache.party.Parties;
import org.attache.party.Party;
import org.attache.report.Block;
import org.attache.report.Dateline;

/**
 * Where a report is at home: news from home says "the government" and "the air force", and need not
 * name its state at all.
 *
 * @param ofOutlet the state that its publisher's name speaks of, or from which it is known to work
 * @param ofDateline the state from which it is datelined
 * @param mostNamed the state that it names oftenest, with its people and places
 */
record Home(Optional<Party> ofOutlet, Optional<Party> ofDateline, Optional<Party> mostNamed) {
  private static final double MOST = 0.4;

  /** A report that names so many states and not its own is on the others. */
  private static final int ENOUGH = 2;

  /** Where a report is at home. */
  static Home of(
      Document document, List<Mentions> mentions, SourceLexicon lexicon, Parties parties) {
    String text = document.report().text();
    Optional<String> dateline =
        document.blocks().stream()
            .filter(block -> block.kind() == Block.Kind.BODY)
            .findFirst()
            .map(
                block ->
                    text.substring(block.start(), Dateline.end(text, document.blocks(), block)))
            .filter(line -> !line.isBlank())
            .flatMap(lexicon::stateOfPlace);
    Set<String> named = named(mentions);
    Predicate<String> meant = state -> named.contains(state) || named.size() < ENOUGH;
    return new Home(
        lexicon.homeOf(document.report().outlet()).filter(meant).flatMap(parties::state),
        dateline.filter(meant).flatMap(parties::state),
        mostNamed(mentions, parties));
  }

  private static Set<String> named(List<Mentions> mentions) {
    return mentions.stream()
        .flatMap(m -> m.parties().stream())
        .flatMap(p -> p.party().state().stream())
        .collect(Collectors.toSet());
  }

  private static Optional<Party> mostNamed(List<Mentions> mentions, Parties parties) {
    Map<String, Integer> times = new LinkedHashMap<>();
    int all = 0;
    for (Mentions here : mentions) {
      for (PartyMention mention : here.parties()) {
        if (mention.party().state().isPresent()) {
          times.merge(mention.party().state().get(), 1, Integer::sum);
          all++;
        }
      }
    }
    double least = MOST * all;
    return times.entrySet().stream()
        .filter(e -> e.getValue() >= least)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .flatMap(parties::state);
  }

  /** The states at home, by the key of a party. */
  Map<String, Party> candidates() {
    Map<String, Party> all = new LinkedHashMap<>();
    ofOutlet.ifPresent(p -> all.putIfAbsent(SideChooser.key(p), p));
    ofDateline.ifPresent(p -> all.putIfAbsent(SideChooser.key(p), p));
    mostNamed.ifPresent(p -> all.putIfAbsent(SideChooser.key(p), p));
    return all;
  }

  /** What speaks for a party because it is at home. */
  List<String> features(Party party) {
    boolean outlet = ofOutlet.filter(party::sameSide).isPresent();
    boolean dateline = ofDateline.filter(party::sameSide).isPresent();
    boolean most = mostNamed.filter(party::sameSide).isPresent();
    List<String> facts = new ArrayList<>();
    if (outlet) {
      facts.add("publisher's state");
    }
    if (dateline) {
      facts.add("dateline's state");
    }
    if (most) {
      facts.add("most named state");
    }
    if (outlet || dateline) {
      facts.add(most ? "at home and most named" : "at home");
    }
    return facts;
  }
}
