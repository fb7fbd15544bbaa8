package org.attache.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.ItemMention;
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

  /** How far behind a noun for several sides the list of them may begin; farther behind a comma. */
  private static final int FARTHEST_LIST = 5;

  private static final int FARTHEST_PARTED_LIST = 12;

  /** The farthest that the place of somebody who has no name reaches behind him. */
  private static final int LONGEST_PLACE = 5;

  /** The most words that name a region: "Horn of Africa", "ex - Soviet". */
  private static final int LONGEST_REGION = 4;

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
    if (m.parties().isEmpty()) {
      return;
    }
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
    if (m.parties().isEmpty()
        && sentence.tokens().stream().noneMatch(t -> people.containsKey(t.text()))) {
      return found;
    }
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

  /** The side that does what a verb says, where its subject names one. */
  Optional<Party> doer(Sentence sentence, int verb) {
    OptionalInt subject = Syntax.subject(sentence, verb);
    return subject.isPresent() ? one(sentence, subject.getAsInt()) : Optional.empty();
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
    mentions
        .get(sentence.number())
        .partyAt(token)
        .filter(Referents::isSide)
        .ifPresent(p -> found.addAll(list(mentions.get(sentence.number()), p)));
    found.addAll(modifiersBeside(sentence, token));
    for (Token conjunct : sentence.children(token, "conj")) {
      if (!conjunct.isVerb()) {
        one(sentence, conjunct.index()).ifPresent(found::add);
      }
    }
    if (sentence.token(token).tag().equals("NNS")) {
      found.addAll(calledSo(sentence, token));
    }
    return List.copyOf(found);
  }

  /** "Its biggest clients, Chad and Mali": who they are. */
  private List<Party> calledSo(Sentence sentence, int noun) {
    Mentions m = mentions.get(sentence.number());
    List<Party> found = new ArrayList<>();
    for (Token name : sentence.children(noun, "appos")) {
      for (Token one : sentence.children(name.index(), "conj")) {
        m.partyAt(one.index())
            .filter(Referents::isSide)
            .map(PartyMention::party)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** The members of the list of three and more in which the name at a token stands. */
  List<Party> listed(Sentence sentence, int token) {
    Mentions m = mentions.get(sentence.number());
    return m.partyAt(token).filter(Referents::isSide).map(p -> list(m, p)).orElse(List.of());
  }

  /**
   * The parties of a list of three and more that one stands in, whatever the parse makes of it:
   * "South Korea, the United States and Japan".
   */
  private static List<Party> list(Mentions m, PartyMention one) {
    return lists(m).stream().filter(l -> l.contains(one)).findFirst().orElse(List.of()).stream()
        .map(PartyMention::party)
        .toList();
  }

  /** The longest list of three and more parties in a sentence; none where there is no such list. */
  List<Party> longestList(Sentence sentence) {
    return lists(mentions.get(sentence.number())).stream()
        .reduce((a, b) -> b.size() > a.size() ? b : a)
        .orElse(List.of())
        .stream()
        .map(PartyMention::party)
        .toList();
  }

  private static List<List<PartyMention>> lists(Mentions m) {
    List<List<PartyMention>> lists = new ArrayList<>();
    List<PartyMention> run = new ArrayList<>();
    boolean ended = false;
    for (PartyMention mention : m.parties()) {
      String gap =
          run.isEmpty() || ended
              ? ""
              : m.sentence()
                  .words(run.getLast().to(), Math.max(run.getLast().to(), mention.from()))
                  .toLowerCase(Locale.ROOT);
      boolean goesOn =
          gap.matches("(, ?)?(and )?(the )?|, ?and|,|and|, ?the|and the") && !gap.isEmpty();
      if (!goesOn) {
        run = new ArrayList<>();
        ended = false;
      }
      run.add(mention);
      if (gap.contains("and") && goesOn) {
        ended = true;
        if (run.size() > 2) {
          lists.add(List.copyOf(run));
        }
      }
    }
    return lists;
  }

  /** "The navies of Iran, Russia and China", "Filipino and Australian troops": all that modify. */
  private List<Party> modifiersBeside(Sentence sentence, int token) {
    Mentions m = mentions.get(sentence.number());
    if (!sentence.token(token).isNoun() || m.partyAt(token).isPresent()) {
      return List.of();
    }
    List<Party> found = new ArrayList<>();
    for (Token child : sentence.children(token, "amod", "compound", "nmod")) {
      boolean owner =
          !child.is("nmod")
              || Syntax.preposition(sentence, child.index())
                  .filter(p -> p.equals("of") || p.equals("from"))
                  .isPresent();
      Optional<PartyMention> first = m.partyAt(child.index());
      if (child.is("nmod:poss") || !owner || first.isEmpty()) {
        continue;
      }
      found.addAll(list(m, first.get()));
      for (Token conjunct : sentence.children(child.index(), "conj")) {
        m.partyAt(conjunct.index()).map(PartyMention::party).ifPresent(found::add);
      }
    }
    return found;
  }

  /** "Six countries, among them Iraq and Bangladesh": those named. */
  private List<Party> among(Sentence sentence, int at) {
    Token token = sentence.token(at);
    boolean those = token.lower().equals("those") && !token.tag().startsWith("W");
    if (those || words.isSidesNoun(token.lemma()) && token.tag().equals("NNS")) {
      List<Party> included = included(sentence, at);
      if (!included.isEmpty()) {
        return included;
      }
    }
    if (!words.isSidesNoun(token.lemma()) || !token.tag().equals("NNS")) {
      return List.of();
    }
    for (int i = at + 1; i < Math.min(at + FARTHEST_PARTED_LIST, sentence.size() - 1); i++) {
      if (i >= at + FARTHEST_LIST && !sentence.token(i - 1).text().equals(",")) {
        continue;
      }
      String words = sentence.words(i, i + 2).toLowerCase(Locale.ROOT);
      if (i == at + 1 && sentence.token(i).text().equals(":")) {
        return run(sentence, i + 1);
      }
      int start =
          words.equals("among them") || words.equals("such as")
              ? i + 2
              : words.startsWith("including ") || words.startsWith("like ") ? i + 1 : -1;
      if (start > 0) {
        return run(sentence, start);
      }
    }
    return List.of();
  }

  /** "Countries that bought it include Oslo, Rome and Bonn": those whom a group is said to hold. */
  List<Party> included(Sentence sentence, int group) {
    Token token = sentence.token(group);
    int verb = token.is("nsubj") ? token.head() : -1;
    if (verb < 0 || !sentence.token(verb).lemma().equals("include")) {
      return List.of();
    }
    return mentions.get(sentence.number()).parties().stream()
        .filter(p -> p.from() > verb && isSide(p))
        .findFirst()
        .map(first -> run(sentence, first.from()))
        .orElse(List.of());
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
    if (modifier.filter(group -> group.state().isEmpty()).isEmpty()) {
      modifier = irregulars(m.sentence(), at).or(() -> modifier(m, at));
    }
    if (modifier.isPresent()) {
      return modifier;
    }
    return Optional.ofNullable(people.get(token.text())).filter(p -> token.isName());
  }

  /**
   * "Islamist rebels in Chad", "armed groups": nobody's forces, who have no other name than that.
   */
  private Optional<Party> irregulars(Sentence sentence, int at) {
    Token noun = sentence.token(at);
    List<Token> before = sentence.children(at, "amod", "compound");
    boolean irregular =
        words.isIrregular(noun.lemma())
            || words.isBand(noun.lemma())
                && before.stream().anyMatch(b -> words.isLawless(b.lower()));
    if (!irregular) {
      return Optional.empty();
    }
    int from =
        before.stream()
            .filter(b -> !b.lower().matches("other|many|several|more|various"))
            .mapToInt(Token::index)
            .filter(i -> i < at)
            .min()
            .orElse(at);
    int to =
        sentence.children(at, "nmod").stream()
            .filter(place -> place.index() > at && place.index() <= at + LONGEST_PLACE)
            .filter(
                place ->
                    Syntax.preposition(sentence, place.index())
                        .filter(p -> p.matches("in|of"))
                        .isPresent())
            .mapToInt(Token::index)
            .findFirst()
            .orElse(at);
    boolean namedBefore =
        from == at
            && to == at
            && sentence.children(at, "det").stream()
                .anyMatch(d -> d.lower().matches("the|these|those|this"));
    return namedBefore
        ? Optional.empty()
        : Optional.of(new Party(sentence.words(from, to + 1), Optional.empty()));
  }

  /**
   * The side that stands before or after a noun as its modifier: "Turkish navy", "army of Chad".
   */
  private Optional<Party> modifier(Mentions m, int at) {
    Sentence sentence = m.sentence();
    Optional<Party> company = companyBeside(m, at);
    if (company.isPresent()) {
      return company;
    }
    boolean paid = words.isFunding(sentence.token(at).lemma());
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
            .filter(p -> p.equals("of") || p.equals("in") || p.equals("from") && !paid)
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

  /** "The Brazilian planemaker Aeronor", "the British arm of Marex": the firm, not its state. */
  private Optional<Party> companyBeside(Mentions m, int at) {
    Sentence sentence = m.sentence();
    String lemma = sentence.token(at).lemma();
    boolean firm = words.isCompany(lemma);
    if (!firm && !words.isCompanyPart(lemma)) {
      return Optional.empty();
    }
    for (Token child : sentence.children(at, "appos", "compound", "dep", "nmod")) {
      Optional<PartyMention> mention = m.partyAt(child.index());
      boolean owner =
          child.is("nmod:poss")
              || !child.is("nmod")
              || Syntax.preposition(sentence, child.index()).filter("of"::equals).isPresent();
      if (owner
          && mention.isPresent()
          && mention.get().form() == PartyName.Form.COMPANY
          && (firm ? !child.is("nmod") : true)) {
        return mention.map(PartyMention::party);
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
      Optional<Party> beside = ownerBeside(sentence, token);
      return beside.isPresent() ? beside : back(sentence, at, phrase -> true);
    }
    if (PERSON.contains(word)) {
      Optional<Party> person =
          back(sentence, at, phrase -> isOfPerson(sentence, phrase) && phrase.token() < at);
      return person.isPresent() ? person : back(sentence, at, phrase -> true);
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
    Optional<Set<String>> epithet = epithet(sentence, at);
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

  /**
   * The states that an epithet and what stands before it fit: "the kingdom", "the Gulf monarchy".
   *
   * @return their codes, none meaning any; empty for a word that is no epithet
   */
  private Optional<Set<String>> epithet(Sentence sentence, int at) {
    Optional<Set<String>> fitting = words.epithet(sentence.token(at).lemma());
    if (fitting.isEmpty()) {
      return fitting;
    }
    Set<String> states = fitting.get();
    int before = at;
    while (before > 0) {
      int end = before;
      int start = Math.max(0, end - LONGEST_REGION);
      while (start < end && words.region(sentence.words(start, end)).isEmpty()) {
        start++;
      }
      if (start < end) {
        states = common(states, words.region(sentence.words(start, end)));
      } else if (!sentence.token(end - 1).tag().matches("JJ.*|NNP?|VBN|HYPH|RB|,")) {
        break;
      }
      before = start < end ? start : end - 1;
    }
    return Optional.of(states);
  }

  /** What two sets of states share; the second where they share none, as the words named last. */
  private static Set<String> common(Set<String> states, Set<String> others) {
    Set<String> both = new LinkedHashSet<>(others);
    if (!states.isEmpty()) {
      both.retainAll(states);
    }
    return both.isEmpty() ? others : both;
  }

  /** "Angola's purchase of guns and its plan to buy more": whose is the first is the second. */
  private Optional<Party> ownerBeside(Sentence sentence, Token owner) {
    if (!owner.is("nmod:poss") || owner.head() < 0) {
      return Optional.empty();
    }
    Token owned = sentence.token(owner.head());
    if (!owned.is("conj") || owned.head() < 0) {
      return Optional.empty();
    }
    Mentions m = mentions.get(sentence.number());
    return sentence.children(owned.head(), "nmod:poss").stream()
        .flatMap(first -> m.partyAt(first.index()).stream())
        .map(PartyMention::party)
        .findFirst();
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
      List<Phrase> named = withoutMakes(phrases.get(s), mentions.get(s)).filter(fits).toList();
      best =
          named.stream().filter(Phrase::subject).findFirst().or(() -> named.stream().findFirst());
    }
    return best.map(Phrase::party);
  }

  /**
   * The phrases of a sentence but for "Soviet" of "Soviet types": nobody goes on to speak of it.
   */
  private static Stream<Phrase> withoutMakes(List<Phrase> phrases, Mentions m) {
    return phrases.stream()
        .filter(p -> p.form() != PartyName.Form.ADJECTIVE || m.itemAt(p.token()).isEmpty());
  }

  /** "Mali's new leader": the phrase tells whose the person is. */
  private boolean isOfPerson(Sentence sentence, Phrase phrase) {
    if (!phrases.get(sentence.number()).contains(phrase)) {
      return false;
    }
    Token token = sentence.token(phrase.token());
    return token.is("nmod:poss", "amod", "compound")
        && token.head() >= 0
        && Stream.concat(
                Stream.of(sentence.token(token.head())),
                sentence.children(token.head(), "compound").stream())
            .anyMatch(noun -> words.isOffice(noun.lemma()));
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
    two |= token.lower().matches("sides|parties") && namesTwo(sentence.number() - 1);
    if (!(two && sides) && !token.lower().equals("both") && !token.lower().equals("neighbours")) {
      return List.of();
    }
    boolean three =
        sentence.children(at, "nummod").stream().anyMatch(c -> c.lower().equals("three"));
    int wanted = three ? 3 : 2;
    Set<Party> found = new LinkedHashSet<>();
    for (int s = sentence.number();
        s >= 0 && s >= sentence.number() - FARTHEST_BACK && found.size() < wanted;
        s--) {
      List<Phrase> here = phrases.size() > s ? phrases.get(s) : List.of();
      for (Phrase phrase : here) {
        boolean before = s < sentence.number() || phrase.token() < at;
        if (before && phrase.party().state().isPresent() && found.size() < wanted) {
          parties.state(phrase.party().state().get()).ifPresent(found::add);
        }
      }
    }
    return found.size() == wanted ? List.copyOf(found) : List.of();
  }

  /** A state by its code. */
  Optional<Party> state(String code) {
    return parties.state(code);
  }

  /** Whether the report names a state, or somebody of it. */
  boolean names(String state) {
    return mentions.stream()
        .flatMap(m -> m.parties().stream())
        .anyMatch(p -> p.party().state().filter(state::equals).isPresent());
  }

  /** Whether a sentence names two states and no more. */
  private boolean namesTwo(int sentence) {
    return sentence >= 0
        && sentence < phrases.size()
        && phrases.get(sentence).stream()
                .flatMap(p -> p.party().state().stream())
                .distinct()
                .count()
            == 2;
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
    Optional<Set<String>> epithet = epithet(sentence, at);
    return epithet.isEmpty()
        || party.state().isPresent()
            && (epithet.get().isEmpty() || epithet.get().contains(party.state().get()));
  }

  /** The thing that a sentence names at a token. */
  Optional<ItemMention> itemAt(Sentence sentence, int token) {
    return mentions.get(sentence.number()).itemAt(token);
  }

  /** The state names and adjectives of a sentence, in order. */
  List<PartyMention> mentionsOf(Sentence sentence) {
    return mentions.get(sentence.number()).parties();
  }
}
