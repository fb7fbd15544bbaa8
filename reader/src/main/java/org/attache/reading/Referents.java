package org.attache.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;
import org.attache.mention.PartyMention;
import org.attache.party.Parties;
import org.attache.party.Party;
import org.attache.party.PartyName;

/**
 * Whom a phrase of a report means: names, bodies with a state beside them, and words that point
 * back.
 */
final class Referents {
  private static final Set<String> THIRD =
      Set.of("it", "its", "they", "their", "them", "itself", "themselves");
  private static final Set<String> PERSON = Set.of("he", "she", "his", "her", "him");
  private static final Set<String> OWN = Set.of("we", "our", "us", "i", "my", "ours", "me");
  private static final int FARTHEST_BACK = 4;

  /** A phrase that names a side, with where it stands. */
  record Phrase(int token, Party party, boolean subject, PartyName.Form form) {}

  private final List<Mentions> mentions;
  private final Words words;
  private final Voices voices;
  private final Parties parties;
  private final List<List<Phrase>> phrases = new ArrayList<>();
  private final Map<String, Party> people = new HashMap<>();

  Referents(
      Document document, List<Mentions> mentions, Words words, Voices voices, Parties parties) {
    this.mentions = mentions;
    this.words = words;
    this.voices = voices;
    this.parties = parties;
    for (Mentions m : mentions) {
      learnPeople(m);
    }
    for (Sentence sentence : document.sentences()) {
      phrases.add(phrases(sentence));
    }
  }

  /** Whose state speaks at a place of the text. */
  @FunctionalInterface
  interface Voices {
    Optional<String> stateAt(int offset);
  }

  /** A name with a state beside it belongs to that state, later without it too. */
  private void learnPeople(Mentions m) {
    Sentence sentence = m.sentence();
    for (Token token : sentence.tokens()) {
      boolean lastOfName =
          token.isName()
              && m.partyAt(token.index()).isEmpty()
              && m.itemAt(token.index()).isEmpty()
              && (token.index() + 1 >= sentence.size()
                  || !sentence.token(token.index() + 1).isName());
      if (!lastOfName) {
        continue;
      }
      modifier(m, token.index())
          .ifPresent(
              party ->
                  people.putIfAbsent(
                      token.text(), parties.state(party.state().orElse("")).orElse(party)));
    }
  }

  private List<Phrase> phrases(Sentence sentence) {
    Mentions m = mentions.get(sentence.number());
    List<Phrase> found = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      Optional<PartyMention> mention = m.partyAt(token.index());
      boolean headOfMention = mention.isPresent() && mention.get().to() == token.index() + 1;
      boolean modifies = token.is("amod", "compound", "nmod:poss") && token.head() >= 0;
      boolean subject = token.is("nsubj", "nsubj:pass");
      if (headOfMention && (isSide(mention.get()) || modifies)) {
        found.add(new Phrase(token.index(), mention.get().party(), subject, mention.get().form()));
      } else if (subject && token.isNoun()) {
        named(m, token.index())
            .ifPresent(p -> found.add(new Phrase(token.index(), p, true, PartyName.Form.STATE)));
      }
    }
    return found;
  }

  private static boolean isSide(PartyMention mention) {
    return mention.form() != PartyName.Form.ADJECTIVE && mention.form() != PartyName.Form.PLACE;
  }

  /** The sides that a phrase names, its conjuncts too; none where it names none. */
  List<Party> parties(Sentence sentence, int token) {
    Set<Party> found = new LinkedHashSet<>(pair(sentence, token));
    if (!found.isEmpty()) {
      return List.copyOf(found);
    }
    List<Party> among = among(sentence, token);
    if (!among.isEmpty()) {
      return among;
    }
    one(sentence, token).ifPresent(found::add);
    for (Token conjunct : sentence.children(token, "conj")) {
      if (!conjunct.isVerb()) {
        one(sentence, conjunct.index()).ifPresent(found::add);
      }
    }
    if (!found.isEmpty()) {
      listed(sentence, token).forEach(found::add);
    }
    return List.copyOf(found);
  }

  /** "To Chile, Peru, Brazil and Mexico": the members of a list, whatever the parse makes of it. */
  List<Party> listed(Sentence sentence, int token) {
    Mentions m = mentions.get(sentence.number());
    List<Party> found = new ArrayList<>();
    int end = m.partyAt(token).map(PartyMention::to).orElse(-1);
    for (PartyMention mention : m.parties()) {
      boolean next =
          end >= 0
              && mention.from() > end
              && mention.from() - end <= 3
              && isSide(mention)
              && !modifies(sentence, mention)
              && isJoint(sentence, end, mention.from());
      if (next) {
        found.add(mention.party());
        end = mention.to();
      }
    }
    return found.size() > 1 ? found : List.of();
  }

  /** Whether a name stands before the noun that it belongs to ("Peru's navy"). */
  private static boolean modifies(Sentence sentence, PartyMention mention) {
    int after = mention.to();
    return sentence.token(after - 1).is("nmod:poss", "amod", "compound")
        || after < sentence.size() && sentence.token(after).tag().matches("POS|NNS?");
  }

  private static boolean isJoint(Sentence sentence, int from, int to) {
    return sentence.words(from, to).toLowerCase(Locale.ROOT).matches("(?:,|and|, and)(?: the)?");
  }

  /** "Six countries, among them Iraq and Bangladesh": those named. */
  private List<Party> among(Sentence sentence, int at) {
    Token token = sentence.token(at);
    if (!words.isSidesNoun(token.lemma()) || !token.tag().equals("NNS")) {
      return List.of();
    }
    for (int i = at + 1; i < Math.min(at + 5, sentence.size() - 1); i++) {
      String words = sentence.words(i, i + 2).toLowerCase(Locale.ROOT);
      int start =
          words.equals("among them") || words.equals("such as")
              ? i + 2
              : words.startsWith("including ") ? i + 1 : -1;
      if (start > 0) {
        return run(sentence, start);
      }
    }
    return List.of();
  }

  /** The parties that follow one another from a token on, joined by commas and "and". */
  private List<Party> run(Sentence sentence, int from) {
    List<Party> found = new ArrayList<>();
    int at = from;
    for (PartyMention mention : mentions.get(sentence.number()).parties()) {
      if (mention.from() >= at && mention.from() <= at + 2 && isSide(mention)) {
        found.add(mention.party());
        at = mention.to();
      }
    }
    return found;
  }

  /** The side that a phrase names or points back to. */
  Optional<Party> one(Sentence sentence, int token) {
    Mentions m = mentions.get(sentence.number());
    Optional<Party> name = named(m, token);
    return name.isPresent() ? name : pointedAt(sentence, token);
  }

  private Optional<Party> named(Mentions m, int at) {
    Optional<PartyMention> mention = m.partyAt(at);
    Token token = m.sentence().token(at);
    boolean asNoun =
        mention.isPresent()
            && mention.get().form() == PartyName.Form.ADJECTIVE
            && token.is("nsubj", "obj", "iobj", "obl", "nsubj:pass")
            && mention.get().to() == at + 1
            && !token.text().contains("-");
    if (mention.isPresent() && (isSide(mention.get()) || asNoun)) {
      return Optional.of(mention.get().party());
    }
    if (!token.isNoun() && !token.tag().startsWith("JJ")) {
      return Optional.empty();
    }
    if (m.itemAt(at).isPresent()
        && m.itemAt(at).get().head() == at
        && !words.isBody(token.lemma())) {
      return Optional.empty();
    }
    Optional<Party> modifier = modifier(m, at);
    if (modifier.isPresent()) {
      return modifier;
    }
    return Optional.ofNullable(people.get(token.text())).filter(p -> token.isName());
  }

  /**
   * The side that stands before or after a noun as its modifier: "Turkish navy", "army of Chad".
   */
  private static Optional<Party> modifier(Mentions m, int at) {
    Sentence sentence = m.sentence();
    for (Token child :
        sentence.children(at, "amod", "compound", "nmod:poss", "nmod", "appos", "dep")) {
      Optional<PartyMention> mention = m.partyAt(child.index());
      boolean membership =
          mention.isPresent()
              && mention.get().party().state().isEmpty()
              && sentence
                  .token(at)
                  .lower()
                  .matches(
                      "members?|all(y|ies)|states?|countr(y|ies)|partners?|nations?|summit|allies");
      if (mention.isEmpty() || membership) {
        continue;
      }
      if (child.is("nmod") && !child.is("nmod:poss")) {
        Optional<String> preposition = Syntax.preposition(sentence, child.index());
        if (preposition
            .filter(p -> p.equals("of") || p.equals("in") || p.equals("from"))
            .isEmpty()) {
          continue;
        }
      }
      return Optional.of(mention.get().party());
    }
    for (Token child : sentence.children(at, "compound", "nmod:poss", "amod")) {
      for (Token below : sentence.children(child.index(), "amod", "compound", "nmod:poss")) {
        Optional<PartyMention> mention = m.partyAt(below.index());
        if (mention.isPresent()) {
          return Optional.of(mention.get().party());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Party> pointedAt(Sentence sentence, int at) {
    Token token = sentence.token(at);
    String word = token.lower();
    if (OWN.contains(word)) {
      return voices.stateAt(token.start()).flatMap(parties::state);
    }
    if (THIRD.contains(word)) {
      return back(sentence, at, phrase -> true);
    }
    if (PERSON.contains(word)) {
      return back(sentence, at, phrase -> true);
    }
    for (Token owner : sentence.children(at, "nmod:poss")) {
      boolean country = words.epithet(token.lemma()).isPresent();
      Optional<Party> of =
          OWN.contains(owner.lower()) || country && PERSON.contains(owner.lower())
              ? voices.stateAt(owner.start()).flatMap(parties::state)
              : one(sentence, owner.index());
      if (of.isPresent() && token.isNoun()) {
        return of;
      }
    }
    if (!token.isNoun()) {
      return Optional.empty();
    }
    Optional<Set<String>> epithet = words.epithet(token.lemma().toLowerCase(Locale.ROOT));
    boolean definite =
        sentence.children(at, "det").stream().anyMatch(d -> d.lower().matches("the|this|that"));
    if (epithet.isPresent() && definite) {
      return back(
          sentence,
          at,
          phrase ->
              phrase.party().state().isPresent()
                  && phrase.form() != PartyName.Form.COMPANY
                  && (epithet.get().isEmpty()
                      || epithet.get().contains(phrase.party().state().get())));
    }
    if (words.isCompany(token.lemma()) && definite) {
      return back(sentence, at, phrase -> phrase.form() == PartyName.Form.COMPANY);
    }
    if (words.isBody(token.lemma())) {
      Optional<Party> voice = voices.stateAt(token.start()).flatMap(parties::state);
      return voice.isPresent()
          ? voice
          : back(sentence, at, phrase -> phrase.party().state().isPresent());
    }
    return Optional.empty();
  }

  /** The nearest phrase before a token that fits, subjects first. */
  private Optional<Party> back(
      Sentence place, int token, java.util.function.Predicate<Phrase> fits) {
    int sentence = place.number();
    List<Phrase> here = phrases.size() > sentence ? phrases.get(sentence) : List.of();
    boolean subjectsFirst =
        place.token(token).is("nsubj", "nmod:poss") && !inRelativeClause(place, token);
    Optional<Phrase> best = Optional.empty();
    for (Phrase phrase : here) {
      if (phrase.token() < token
          && fits.test(phrase)
          && (phrase.subject() || best.isEmpty() || !subjectsFirst)) {
        best = Optional.of(phrase);
      }
    }
    for (int s = sentence - 1; best.isEmpty() && s >= 0 && s >= sentence - FARTHEST_BACK; s--) {
      best = phrases.get(s).stream().filter(fits).filter(Phrase::subject).findFirst();
      if (best.isEmpty()) {
        best = phrases.get(s).stream().filter(fits).findFirst();
      }
    }
    return best.map(Phrase::party);
  }

  private static boolean inRelativeClause(Sentence sentence, int token) {
    int head = sentence.token(token).head();
    return head >= 0 && sentence.token(head).is("acl:relcl");
  }

  /** "Both countries", "the two sides", "each other": the two states named last. */
  private List<Party> pair(Sentence sentence, int at) {
    Token token = sentence.token(at);
    boolean two =
        sentence.children(at, "det", "nummod", "amod").stream()
            .anyMatch(c -> c.lower().matches("both|two|three"));
    boolean sides = words.isSidesNoun(token.lemma()) || token.lower().equals("both");
    if (!(two && sides) && !token.lower().equals("both") && !token.lower().equals("neighbours")) {
      return List.of();
    }
    Set<Party> found = new LinkedHashSet<>();
    for (int s = sentence.number();
        s >= 0 && s >= sentence.number() - FARTHEST_BACK && found.size() < 2;
        s--) {
      List<Phrase> here = phrases.size() > s ? phrases.get(s) : List.of();
      for (Phrase phrase : here) {
        boolean before = s < sentence.number() || phrase.token() < at;
        if (before && phrase.party().state().isPresent() && found.size() < 2) {
          parties.state(phrase.party().state().get()).ifPresent(found::add);
        }
      }
    }
    return found.size() == 2 ? List.copyOf(found) : List.of();
  }

  /** The phrases of a sentence that name a side. */
  List<Phrase> phrases(int sentence) {
    return phrases.get(sentence);
  }

  /** The state that speaks at an offset. */
  Optional<String> voice(int offset) {
    return voices.stateAt(offset);
  }

  /** Whether a word points back to a side without naming it. */
  boolean pointsBack(Sentence sentence, int at) {
    Token token = sentence.token(at);
    String word = token.lower();
    if (THIRD.contains(word) || PERSON.contains(word)) {
      return true;
    }
    if (!token.isNoun() || named(mentions.get(sentence.number()), at).isPresent()) {
      return false;
    }
    boolean owned =
        sentence.children(at, "nmod:poss").stream().anyMatch(o -> THIRD.contains(o.lower()));
    boolean definite =
        sentence.children(at, "det").stream().anyMatch(d -> d.lower().matches("the|this|that"));
    String lemma = token.lemma().toLowerCase(Locale.ROOT);
    return owned && (words.isBody(lemma) || words.isCompany(lemma))
        || definite
            && (words.epithet(lemma).isPresent() || words.isCompany(lemma) || words.isBody(lemma));
  }

  /** Whether a word that points back may mean this party. */
  boolean mayMean(Sentence sentence, int at, Party party) {
    Optional<Set<String>> epithet =
        words.epithet(sentence.token(at).lemma().toLowerCase(Locale.ROOT));
    return epithet.isEmpty()
        || party.state().isPresent()
            && (epithet.get().isEmpty() || epithet.get().contains(party.state().get()));
  }

  /** The state names and adjectives of a sentence, in order. */
  List<PartyMention> mentionsOf(Sentence sentence) {
    return mentions.get(sentence.number()).parties();
  }
}
