package org.attache.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.source.Source;
import org.jspecify.annotations.Nullable;

/** Resolves mentions of sources in the order of the text: names, pronouns, short forms. */
final class Antecedents {
  private static final int SOON = 600;
  private static final int LAST_OF_LEAD = 2;
  private static final int NEAR_PAIR = 600;

  private final SourceNames names;
  private final Cast cast;
  private final SourceLexicon lexicon;
  private final WordLists words;
  private final Interview interview;
  private final Acronyms acronyms;
  private final List<Words> speakers;

  /** In the order of the text. */
  private final List<Event> events = new ArrayList<>();

  private final Set<Profile> heard = new HashSet<>();
  private final List<Event> pairs = new ArrayList<>();
  private final Map<String, Profile> makers = new HashMap<>();
  private @Nullable Profile pairMeant;
  private int pairMentioned;

  /** Somebody was spoken of. */
  private record Event(int at, Profile profile, boolean central) {}

  Antecedents(
      SourceNames names,
      Cast cast,
      SourceLexicon lexicon,
      Interview interview,
      Acronyms acronyms,
      List<Words> speakers) {
    this.acronyms = acronyms;
    this.speakers = speakers;
    this.names = names;
    this.cast = cast;
    this.lexicon = lexicon;
    words = lexicon.words();
    this.interview = interview;
  }

  /** Takes note of whom the subjects of a sentence and the names within it mean. */
  void read(Document document, Sentence sentence) {
    Grammar grammar = new Grammar(sentence, Marks.of(document, sentence), words);
    for (Token token : sentence.tokens()) {
      if (token.is("nsubj", "nsubj:pass") && token.isNoun()) {
        Words phrase = grammar.phrase(token.index(), -1);
        boolean main = token.head() >= 0 && sentence.token(token.head()).head() < 0;
        names.named(phrase).ifPresent(p -> note(token.start(), p, main));
        if (names.named(phrase).isEmpty() && isIndefinite(phrase)) {
          Profile unnamed = names.unnamed(phrase);
          if (names.canSpeak(unnamed)) {
            note(token.start(), unnamed, main);
          }
        }
      } else if (token.is("obl", "nmod") && token.isNoun()) {
        Words core = names.core(grammar.phrase(token.index(), -1));
        names.outlet(SourceNames.text(core), core).ifPresent(p -> note(token.start(), p, false));
      }
    }
    for (Cast.Person person : cast.people()) {
      String surname = person.name().substring(person.name().lastIndexOf(' ') + 1);
      for (Token token : sentence.tokens()) {
        if (token.text().equals(surname)) {
          note(token.start(), names.profile(person, Optional.empty()), false);
        }
      }
    }
    notePair(sentence);
    noteMakers(grammar, sentence);
  }

  /** Takes note of the first of two or more people whom a sentence names. */
  private void notePair(Sentence sentence) {
    List<Cast.Person> named =
        sentence.tokens().stream()
            .filter(Token::isName)
            .flatMap(
                t ->
                    cast.people().stream()
                        .filter(p -> p.role().isPresent() && p.name().endsWith(" " + t.text())))
            .distinct()
            .toList();
    if (named.size() > 1) {
      Profile first = names.profile(named.getFirst(), Optional.empty());
      pairs.add(new Event(sentence.end(), first, true));
    }
  }

  /** Takes note of who made a study or statement that a sentence speaks of. */
  private void noteMakers(Grammar grammar, Sentence sentence) {
    for (Token token : sentence.tokens()) {
      boolean text =
          words.has("study-head", token.lower()) || words.has("statement-head", token.lower());
      if (token.isNoun() && text) {
        makerOf(grammar, sentence, token)
            .ifPresent(maker -> makers.put(singular(token.lower()), maker));
      }
    }
  }

  /** "In written replies to the house, the minister said". */
  private static boolean isWrittenIn(Token text, Statement statement) {
    return statement.cueWords().sentence().children(text.index(), "case").stream()
        .anyMatch(c -> c.lower().equals("in"));
  }

  private Optional<Profile> makerOf(Grammar grammar, Sentence sentence, Token text) {
    int next = text.index() + 1;
    if (next < sentence.size() && words.has("maker", sentence.token(next).lower())) {
      return grammar.nounPhraseAfter(next).flatMap(names::named);
    }
    int from = grammar.phrase(text.index(), -1).from();
    return from < text.index() ? names.issuer(new Words(sentence, from, next)) : Optional.empty();
  }

  /** Takes note of the texts in which a source says something: "wrote in a paper". */
  void noteTexts(Statement statement, Profile source) {
    if (words.has("quoting-cue", statement.cue().words().getFirst())) {
      return;
    }
    for (Token token : statement.cueWords().sentence().tokens()) {
      boolean text =
          words.has("study-head", token.lower()) || words.has("statement-head", token.lower());
      if (token.isNoun()
          && text
          && (token.start() > statement.cueWords().start() || isWrittenIn(token, statement))
          && !statement.covers(token.start(), token.end())) {
        makers.put(singular(token.lower()), source);
      }
    }
  }

  /** Takes note that a source said something. */
  void noteSource(int at, Profile profile) {
    heard.add(profile);
    note(at, profile, true);
  }

  /** Takes note that a source was named. */
  void note(int at, Profile profile, boolean central) {
    int place = events.size();
    while (place > 0 && events.get(place - 1).at() > at) {
      place--;
    }
    events.add(place, new Event(at, profile, central));
  }

  private boolean isIndefinite(Words phrase) {
    String first = phrase.sentence().token(phrase.from()).lower();
    return words.has("indefinite", first)
        || phrase.sentence().token(phrase.to() - 1).tag().equals("NNS");
  }

  /** Whom a mention means. */
  Profile resolve(Words mention) {
    return resolve(mention, false);
  }

  /** Whom a mention means, with word of whether its cue is one of papers and agencies. */
  Profile resolve(Words mention, boolean published) {
    Profile profile = find(mention);
    boolean unknown =
        published
            && (profile.is(Source.Type.BODY) || profile.is(Source.Type.PERSON))
            && !hasOffice(mention)
            && profile.name().filter(this::hasKind).isEmpty()
            && names.unknownName(names.core(mention)).filter(profile::same).isPresent();
    return unknown ? Profile.outlet(profile.name().orElseThrow()) : profile;
  }

  /** "journalist Ana Moreno": somebody who reports, and no paper. */
  private boolean hasOffice(Words mention) {
    Words core = names.core(mention);
    int from = core.from() > 0 ? core.from() - 1 : core.from();
    return !lexicon.offices(Cast.text(core.sentence(), from, core.to())).isEmpty();
  }

  /** What a short form in capitals stands for: whoever holds an office, or a body. */
  private Optional<Profile> meant(Words core, String meaning) {
    boolean alone =
        core.to() - core.from() == 1
            || core.to() - core.from() == 2
                && words.has("definite", core.sentence().token(core.from()).lower());
    if (!alone) {
      return Optional.empty();
    }
    String lower = meaning.toLowerCase(Locale.ROOT);
    for (Cast.Person person : cast.people()) {
      boolean holds =
          person.role().filter(r -> r.toLowerCase(Locale.ROOT).contains(lower)).isPresent();
      if (holds && !lexicon.offices(meaning).isEmpty() && lexicon.bodies(meaning).isEmpty()) {
        return Optional.of(names.profile(person, Optional.empty()));
      }
    }
    if (Cast.covers(lexicon.outlets(meaning), meaning)) {
      return Optional.of(Profile.outlet(meaning));
    }
    return lexicon.states(meaning).isEmpty() || names.hasBodyWord(meaning)
        ? Optional.of(names.bodyNamed(meaning))
        : Optional.empty();
  }

  private boolean hasKind(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split(" ")) {
      if (words.has("body-word", word) || words.has("body-head", word)) {
        return true;
      }
    }
    return !lexicon.states(name).isEmpty();
  }

  private Profile find(Words mention) {
    Words core = names.core(mention);
    String first = core.sentence().token(core.from()).lower();
    Optional<Profile> turn = turn(mention, first);
    if (turn.isPresent()) {
      return turn.get();
    }
    Optional<Profile> firstNamed = firstOf(core).or(() -> firstOfPair(core, mention.start()));
    if (firstNamed.isPresent()) {
      return firstNamed.get();
    }
    if (core.to() - core.from() == 1) {
      Optional<Profile> pronoun = pronoun(first, mention);
      if (pronoun.isPresent()) {
        return pronoun.get();
      }
    }
    if (isOneOf(SourceNames.text(core))) {
      String among = core.sentence().token(core.to() - 1).lower();
      boolean they = words.has("group-pronoun", among);
      Optional<Profile> group =
          last(
              mention.start(),
              p -> isSpokenGroup(p) && (they || isShortGroup(core) && hasWord(p, singular(among))));
      if (group.isPresent()) {
        return group.get();
      }
    }
    Optional<Profile> meant =
        acronyms.meaning(core.sentence().token(core.to() - 1).text()).flatMap(m -> meant(core, m));
    if (meant.isPresent()) {
      return meant.get();
    }
    boolean definite = words.has("definite", first);
    boolean generic =
        definite && core.to() - core.from() <= 2 && (isLower(core) || isKindOnly(core));
    Optional<Profile> named = generic ? Optional.empty() : names.named(mention);
    if (named.isPresent()) {
      return namedBefore(named.get(), mention.start()).orElse(named.get());
    }
    boolean bare =
        !core.sentence().token(core.to() - 1).tag().equals("NNS")
            && core.sentence().token(core.from()).isNoun();
    boolean another =
        core.to() - core.from() > 2
            && words.has("ordinal", core.sentence().token(core.from() + 1).lower());
    if ((definite || bare) && !another) {
      Optional<Profile> known =
          shortForm(core, mention.start()).filter(p -> !isVaguer(p, SourceNames.text(core)));
      if (known.isPresent()) {
        return known.get();
      }
    }
    return ofShortForm(core)
        .or(() -> ofItsMaker(core, mention.start()))
        .or(() -> issuedBy(core))
        .or(() -> possessor(core, mention))
        .or(() -> generic ? names.named(mention) : Optional.empty())
        .or(() -> names.genericBody(mention))
        .orElseGet(() -> holderSoon(namedSoon(names.unnamed(mention), mention), mention));
  }

  /** "Minister says" in a headline, where the body has "Chile's defence minister". */
  private static boolean isVaguer(Profile before, String mention) {
    return before.is(Source.Type.UNNAMED)
        && before
            .role()
            .filter(role -> role.indexOf(' ') < 0 && mention.endsWith(" " + role))
            .isPresent();
  }

  /** "a statement from the department": a text by somebody who was named before. */
  private Optional<Profile> ofShortForm(Words core) {
    Sentence sentence = core.sentence();
    for (int i = core.from() + 1; i + 2 < core.to(); i++) {
      boolean by =
          words.has("maker", sentence.token(i).lower())
              && words.has("statement-head", sentence.token(i - 1).lower())
              && words.has("definite", sentence.token(i + 1).lower());
      if (by) {
        return Optional.of(find(new Words(sentence, i + 1, core.to())))
            .filter(p -> !p.is(Source.Type.UNNAMED) || isSomebody(p));
      }
    }
    return Optional.empty();
  }

  /** "a company statement": whose text it is was named before. */
  private Optional<Profile> ofItsMaker(Words core, int at) {
    Sentence sentence = core.sentence();
    int maker = core.to() - 2;
    return maker >= core.from()
            && words.has("statement-head", sentence.token(maker + 1).lower())
            && words.has("company-head", sentence.token(maker).lower())
            && Character.isLowerCase(sentence.token(maker).text().charAt(0))
        ? shortForm(new Words(sentence, maker, maker + 1), at)
        : Optional.empty();
  }

  /** "The ministry issued a notice saying": the subject of the verb has made the text. */
  private Optional<Profile> issuedBy(Words core) {
    Sentence sentence = core.sentence();
    for (int i = core.to() - 1; i >= core.from(); i--) {
      Token text = sentence.token(i);
      boolean issued =
          words.has("statement-head", text.lower())
              && text.is("obj")
              && text.head() >= 0
              && text.head() < core.from()
              && words.has("text-verb", sentence.token(text.head()).lemma());
      if (issued) {
        return sentence.children(text.head(), "nsubj").stream()
            .map(s -> sentence.subtree(s.index()))
            .filter(s -> s.length() <= text.head())
            .findFirst()
            .map(s -> find(new Words(sentence, s.nextSetBit(0), s.length())));
      }
    }
    return Optional.empty();
  }

  /** "The president and the prime minister": of several speakers the first is named. */
  private Optional<Profile> firstOf(Words core) {
    Sentence sentence = core.sentence();
    for (int i = core.from() + 1; i + 1 < core.to(); i++) {
      if (sentence.token(i).lower().equals("and") && !cast.joinsPortfolio(sentence, i)) {
        Words left = new Words(sentence, core.from(), i);
        Words right = new Words(sentence, i + 1, core.to());
        return standsAlone(left) && standsAlone(right) ? Optional.of(find(left)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether the words are somebody by themselves: a person with a name, an office, a state. */
  private boolean standsAlone(Words part) {
    String text = names.withoutDeterminer(SourceNames.text(part));
    boolean person =
        part.sentence().token(part.to() - 1).isName()
            && names
                .named(part)
                .filter(p -> p.is(Source.Type.PERSON))
                .flatMap(Profile::name)
                .filter(n -> text.endsWith(n.substring(n.lastIndexOf(' ') + 1)))
                .isPresent();
    return person
        || names.isOther(text)
        || lexicon.offices(text).stream()
            .anyMatch(m -> m.end() == text.length() && !text.endsWith("s"));
  }

  /** "one of the officials": the article points back, and nothing else is said of them. */
  private static boolean isShortGroup(Words core) {
    Sentence sentence = core.sentence();
    return core.to() - core.from() == 4 && sentence.token(core.to() - 2).lower().equals("the");
  }

  /** "The leaders", "both sides": of two who were named together the first. */
  private Optional<Profile> firstOfPair(Words core, int at) {
    Sentence sentence = core.sentence();
    String first = sentence.token(core.from()).lower();
    String head = sentence.token(core.to() - 1).lower();
    boolean they = core.to() - core.from() == 1 && words.has("group-pronoun", first);
    boolean pair =
        core.to() - core.from() <= 3
            && words.has("definite", first)
            && words.has("pair-head", head)
            && isLower(core);
    if (they) {
      return Optional.ofNullable(pairMeant)
          .filter(p -> at - pairMentioned < NEAR_PAIR)
          .filter(p -> lastGroup(at, "") < pairMentioned);
    }
    Optional<Event> named = pairs.stream().filter(p -> pair && p.at() < at).reduce((a, b) -> b);
    if (named.isEmpty() || lastGroup(at, singular(head)) > named.get().at()) {
      return Optional.empty();
    }
    pairMeant = named.get().profile();
    pairMentioned = at;
    return Optional.of(pairMeant);
  }

  /** Where a group was last spoken of that is told by more than a word, or -1. */
  private int lastGroup(int at, String stem) {
    return events.stream()
        .filter(e -> e.at() < at && isSpokenGroup(e.profile()))
        .filter(e -> e.profile().role().orElse("").contains(" "))
        .filter(e -> stem.isEmpty() || hasWord(e.profile(), stem))
        .mapToInt(Event::at)
        .max()
        .orElse(-1);
  }

  private boolean isSpokenGroup(Profile profile) {
    return profile.is(Source.Type.UNNAMED) && isGroup(profile) && isSomebodyPlural(profile);
  }

  /** "A:" or initials at the head of a turn. */
  private Optional<Profile> turn(Words mention, String first) {
    Sentence sentence = mention.sentence();
    boolean label =
        mention.from() == 0
            && mention.to() < sentence.size()
            && sentence.token(mention.to()).text().equals(":");
    if (!label) {
      return Optional.empty();
    }
    Optional<Cast.Person> person =
        words.has("turn", first) && mention.to() == 1
            ? interview.guest()
            : interview.byInitials(SourceNames.text(mention));
    return person.map(p -> names.profile(p, Optional.empty()));
  }

  /** A paper or body of which this is a shorter name: "Negah" after "the Negah news agency". */
  private Optional<Profile> namedBefore(Profile profile, int at) {
    boolean short1 =
        profile.role().isEmpty() && profile.name().filter(n -> !n.contains(" ")).isPresent();
    Optional<Profile> paper =
        profile.role().isEmpty() && !short1 && profile.name().filter(this::hasKind).isEmpty()
            ? last(
                at,
                p ->
                    p.is(Source.Type.OUTLET)
                        && p.name().isPresent()
                        && (" " + p.name().get() + " ")
                            .contains(" " + profile.name().orElse("?") + " "))
            : Optional.empty();
    if (paper.isPresent()) {
      return paper;
    }
    return short1 && !profile.is(Source.Type.OUTLET)
        ? last(
            at,
            p ->
                p.is(Source.Type.OUTLET)
                    && p.name()
                        .filter(
                            n ->
                                hasWord(n, singular(profile.name().get().toLowerCase(Locale.ROOT))))
                        .isPresent())
        : Optional.empty();
  }

  /** "the Centre", "the Ministry": a kind of body, though it is capitalised. */
  private boolean isKindOnly(Words core) {
    String last = core.sentence().token(core.to() - 1).lower();
    return core.from() > 0
        && (words.has("body-word", last) || words.has("body-head", last))
        && core.to() - core.from() == 2;
  }

  private static boolean isLower(Words core) {
    return SourceNames.text(core).chars().skip(1).noneMatch(Character::isUpperCase);
  }

  /** "his statement", "its spokesman". */
  private Optional<Profile> possessor(Words core, Words mention) {
    String head = names.head(core);
    boolean text = words.has("statement-head", head) || words.has("study-head", head);
    return text
        ? last(mention.start(), p -> !p.is(Source.Type.UNNAMED) || isGroup(p))
            .filter(p -> words.has("definite", core.sentence().token(core.from()).lower()))
        : Optional.empty();
  }

  private boolean isGroup(Profile profile) {
    return profile.role().map(r -> headOf(r).endsWith("s") && !isOneOf(r)).orElse(false);
  }

  /** The noun of a role before what it goes on with: "sources" in "sources in the ministry". */
  private String headOf(String role) {
    String head = "";
    for (String word : role.toLowerCase(Locale.ROOT).split(" ")) {
      if (!head.isEmpty() && words.has("role-goes-on", word)) {
        break;
      }
      head = word;
    }
    return head;
  }

  /** "one of the people". */
  private boolean isOneOf(String role) {
    String[] parts = role.toLowerCase(Locale.ROOT).split(" ");
    return parts.length > 2 && parts[1].equals("of") && words.has("one-of", parts[0]);
  }

  /** "a spokesman for the ministry said. Spokesman Idris Nur": the next sentence gives the name. */
  private Profile namedSoon(Profile unnamed, Words mention) {
    String first = mention.sentence().token(mention.from()).lower();
    String role = unnamed.role().orElse("").toLowerCase(Locale.ROOT);
    if (isGroup(unnamed) || !first.equals("a") && !first.equals("an")) {
      return unnamed;
    }
    for (Cast.Person person : cast.people()) {
      boolean soon = person.at() > mention.end() && person.at() < mention.end() + SOON;
      boolean fits =
          person
              .role()
              .map(r -> r.toLowerCase(Locale.ROOT))
              .filter(r -> !isHead(r, role))
              .filter(
                  r ->
                      role.equals(r)
                          || role.startsWith(r + " ")
                          || isRenamed(r, role, mention.sentence().number() <= LAST_OF_LEAD)
                          || r.endsWith(" " + role) && isOnlyOne(role, mention))
              .filter(r -> isOfSameState(person, unnamed))
              .isPresent();
      if (soon && fits) {
        return Profile.person(
            person.name(),
            person.role().filter(r -> endsIn(r, role)).or(unnamed::role),
            unnamed.state().or(() -> names.profile(person, Optional.empty()).state()));
      }
    }
    return unnamed;
  }

  /** "A minister said. Deputy Trade Minister Idris Nur": the lead leaves out who he is. */
  private boolean isOnlyOne(String role, Words mention) {
    return mention.sentence().number() <= LAST_OF_LEAD
        && cast.people().stream()
                .filter(p -> p.role().filter(r -> endsIn(r, role)).isPresent())
                .filter(p -> p.at() < mention.end() + SOON)
                .count()
            == 1;
  }

  private static boolean endsIn(String role, String word) {
    String lower = role.toLowerCase(Locale.ROOT);
    return !isHead(lower, word) && (lower.equals(word) || lower.endsWith(" " + word));
  }

  /** Nobody calls the head of a government "a minister". */
  private static boolean isHead(String role, String word) {
    return word.equals("minister") && role.endsWith("prime minister");
  }

  /** Whether the next one who says something, in another sentence, is this person. */
  private boolean speaksNext(Cast.Person person, Words mention) {
    return speakers.stream()
        .filter(s -> s.sentence().number() > mention.sentence().number())
        .min(Comparator.comparingInt(Words::start))
        .filter(s -> s.start() <= person.at() && person.at() < s.end())
        .isPresent();
  }

  /** Of two in one sentence the one who is named next is the first: the sentence is on him. */
  private boolean isFirstToSpeak(Words mention) {
    return speakers.stream()
        .noneMatch(
            s ->
                s.sentence().number() == mention.sentence().number()
                    && s.start() < mention.start());
  }

  private boolean isOfSameState(Cast.Person person, Profile unnamed) {
    Optional<String> state = names.profile(person, Optional.empty()).state();
    return state.isEmpty() || unnamed.state().isEmpty() || state.equals(unnamed.state());
  }

  /**
   * "Chad's defence minister denied. 'No,' General Idris Nur was quoted as saying": an office
   * without its name, and then a name without its office.
   */
  private Profile holderSoon(Profile unnamed, Words mention) {
    String role = unnamed.role().orElse("");
    boolean office =
        unnamed.is(Source.Type.UNNAMED)
            && (unnamed.state().isPresent() || role.contains("'s ") || role.contains("\u2019s "))
            && lexicon.offices(role).stream()
                .anyMatch(m -> m.end() == role.length() || role.startsWith(" of ", m.end()))
            && !words.has("indefinite", mention.sentence().token(mention.from()).lower())
            && !isGroup(unnamed)
            && isFirstToSpeak(mention);
    Optional<Cast.Person> next =
        cast.people().stream()
            .filter(p -> p.at() > mention.end() && p.at() < mention.end() + SOON)
            .min(Comparator.comparingInt(Cast.Person::at))
            .filter(p -> p.role().equals(p.rank()) && speaksNext(p, mention));
    return office && next.isPresent()
        ? Profile.person(next.get().name(), unnamed.role(), unnamed.state())
        : unnamed;
  }

  /** "An investigator … Tarek Nur, the rapporteur": an office under another of its names. */
  private boolean isRenamed(String office, String role, boolean atHead) {
    String head = headOf(role);
    String lower = office.toLowerCase(Locale.ROOT);
    return words.has("renamed", head) && isAlso(office, head)
        || atHead && words.get("brought-in-" + head).stream().anyMatch(lower::contains);
  }

  private Optional<Profile> pronoun(String word, Words mention) {
    int at = mention.start();
    if (words.has("person-pronoun", word)) {
      boolean female = word.equals("she") || word.startsWith("her");
      return last(at, p -> isSomebody(p) && !contradicts(p, female))
          .or(() -> last(at, this::isSomebody));
    }
    if (words.has("thing-pronoun", word)) {
      return last(
          at,
          p ->
              p.is(Source.Type.BODY)
                  || p.is(Source.Type.OUTLET)
                  || p.is(Source.Type.UNNAMED) && !isSomebody(p));
    }
    if (words.has("group-pronoun", word)) {
      return last(at, p -> p.is(Source.Type.UNNAMED) && isGroup(p) && isSomebodyPlural(p))
          .or(() -> last(at, p -> p.is(Source.Type.UNNAMED) && isGroup(p)))
          .or(() -> last(at, p -> p.is(Source.Type.BODY)));
    }
    if (words.has("relative", word)) {
      return relative(mention);
    }
    return Optional.empty();
  }

  /** The noun that a relative pronoun follows. */
  private Optional<Profile> relative(Words mention) {
    Sentence sentence = mention.sentence();
    int end = mention.from();
    while (end > 0
        && (!Character.isLetterOrDigit(sentence.token(end - 1).text().charAt(0))
            || sentence.token(end - 1).tag().equals("PRP")
                && sentence.token(end - 1).lower().matches(".*sel(?:f|ves)"))) {
      end--;
    }
    int from = end;
    while (from > 0 && isNominal(sentence.token(from - 1))) {
      from--;
    }
    return from < end ? Optional.of(resolve(new Words(sentence, from, end))) : Optional.empty();
  }

  private static boolean isNominal(Token token) {
    return token.isNoun()
        || token.tag().startsWith("JJ")
        || token.tag().equals("DT")
        || token.tag().equals("POS")
        || token.tag().equals("CD")
        || token.lower().equals("of");
  }

  private boolean contradicts(Profile profile, boolean female) {
    return profile
        .name()
        .flatMap(cast::find)
        .flatMap(Cast.Person::female)
        .map(f -> f != female)
        .orElse(false);
  }

  /** Whether it is a human being. */
  private boolean isSomebody(Profile profile) {
    if (profile.is(Source.Type.PERSON)) {
      return true;
    }
    return profile.is(Source.Type.UNNAMED)
        && profile
            .role()
            .map(
                r ->
                    isOneOf(r)
                        || !isGroup(profile)
                            && (hasPersonHead(r)
                                || lexicon.offices(r).stream()
                                    .anyMatch(m -> !m.value().document())))
            .orElse(false);
  }

  /**
   * The last one spoken of before an offset that fits; one in the subject's or source's place goes
   * first.
   */
  private Optional<Profile> last(int at, Predicate<Profile> fits) {
    Optional<Event> last = Optional.empty();
    for (int i = events.size() - 1; i >= 0; i--) {
      Event event = events.get(i);
      if (last.isPresent() && last.get().at() - event.at() > SOON) {
        break;
      }
      boolean fitting =
          event.at() < at && (last.isEmpty() || event.central()) && fits.test(event.profile());
      if (fitting && event.central()) {
        return Optional.of(event.profile());
      }
      if (fitting) {
        last = Optional.of(event);
      }
    }
    return last.map(Event::profile);
  }

  /** "His Chadian counterpart": what he is, the one whom he met is of another state. */
  private static boolean isCounterpart(String role, Profile holder, Optional<String> state) {
    return role.endsWith("counterpart") && state.isPresent() && holder.state().equals(state);
  }

  /** "the minister", "the newspaper", "the documents": somebody or something named before. */
  private Optional<Profile> shortForm(Words core, int at) {
    String head = names.head(core);
    String text = SourceNames.text(core);
    Optional<String> state = lexicon.stateIn(text);
    Predicate<Profile> sameState =
        p -> state.isEmpty() || p.state().isEmpty() || p.state().equals(state);
    String stem = singular(head);
    boolean thing =
        words.has("body-word", stem)
            || words.has("company-head", stem)
            || words.has("outlet-head", stem);
    Optional<Profile> maker =
        Optional.ofNullable(makers.get(stem)).filter(p -> !thing || isText(head));
    if (maker.isPresent()) {
      return maker;
    }
    Optional<Profile> paper =
        words.has("news-text", head)
            ? last(at, p -> p.is(Source.Type.OUTLET) && heard.contains(p))
            : Optional.empty();
    if (paper.isPresent()) {
      return paper;
    }
    Optional<Profile> group =
        words.has("body-word", stem) && core.to() - core.from() == 2
            ? last(at, p -> p.is(Source.Type.BODY) && heard.contains(p) && endsWith(p, stem))
            : Optional.empty();
    if (group.isPresent()) {
      return group;
    }
    Optional<Profile> company =
        words.has("company-head", stem)
            ? companyIn(core, true)
                .or(() -> last(at, p -> p.is(Source.Type.BODY) && isCompany(p)))
                .or(() -> companyIn(core, false))
            : Optional.empty();
    if (company.isPresent()) {
      return company;
    }
    Optional<Profile> here = thing ? namedJustNow(core, stem) : Optional.empty();
    if (here.isPresent()) {
      return here;
    }
    Predicate<Profile> sameField = p -> fieldAgrees(core, p);
    Optional<Profile> byWord =
        last(
            at,
            p ->
                hasWord(p, stem)
                    && sameState.test(p)
                    && sameField.test(p)
                    && agrees(p, head)
                    && (!thing || p.is(Source.Type.BODY) || p.is(Source.Type.OUTLET)));
    boolean office =
        byWord.filter(p -> p.is(Source.Type.UNNAMED)).isPresent()
            && !words.has("person-head", stem)
            && !head.endsWith("s");
    if (office) {
      Optional<Profile> person =
          last(
                  at,
                  p ->
                      p.is(Source.Type.PERSON)
                          && hasWord(p, stem)
                          && sameState.test(p)
                          && sameField.test(p))
              .or(() -> byRole(core, stem, state));
      if (person.isPresent()) {
        return person;
      }
    }
    if (byWord.isPresent()) {
      return byWord;
    }
    if (thing) {
      Optional<Profile> inRole =
          last(at, p -> p.role().flatMap(r -> names.bodyIn(r, stem)).isPresent())
              .flatMap(p -> names.bodyIn(p.role().orElseThrow(), stem));
      if (inRole.isPresent()) {
        return inRole;
      }
    }
    if (words.has("anybody", head)
        && words.has("definite", core.sentence().token(core.from()).lower())) {
      Optional<Profile> somebody = last(at, p -> p.is(Source.Type.PERSON) && sameState.test(p));
      if (somebody.isPresent()) {
        return somebody;
      }
    }
    Optional<Profile> lately =
        thing
            ? Optional.empty()
            : last(
                at,
                p ->
                    p.is(Source.Type.PERSON)
                        && sameState.test(p)
                        && sameField.test(p)
                        && p.role()
                            .filter(r -> isAlso(r, stem) || isCounterpart(r, p, state))
                            .isPresent());
    if (lately.isPresent()) {
      return lately;
    }
    Optional<Profile> roleAnywhere = thing ? Optional.empty() : byRole(core, stem, state);
    if (roleAnywhere.isPresent()) {
      return roleAnywhere;
    }
    if (words.has("outlet-head", head)) {
      return last(at, p -> p.is(Source.Type.OUTLET));
    }
    if (words.has("body-head", head) && core.to() - core.from() <= 2) {
      return last(at, p -> p.is(Source.Type.BODY));
    }
    if (words.has("company-head", head)) {
      return last(at, p -> p.is(Source.Type.BODY) && isCompany(p))
          .or(() -> last(at, p -> p.is(Source.Type.BODY) && !isState(p)));
    }
    if ((words.has("statement-head", head) || words.has("study-head", head))
        && (words.has("definite", core.sentence().token(core.from()).lower())
            || core.from() == 0)) {
      return last(at, p -> !p.is(Source.Type.UNNAMED));
    }
    if (words.has("document-head", head)) {
      return last(at, p -> p.is(Source.Type.UNNAMED) && !isSomebody(p) && hasDocumentWord(p));
    }
    if (words.has("person-head", head)
        && !head.endsWith("s")
        && words.has("definite", core.sentence().token(core.from()).lower())) {
      return last(at, this::isSomebody);
    }
    return Optional.empty();
  }

  private static boolean endsWith(Profile profile, String stem) {
    return profile.name().filter(n -> n.toLowerCase(Locale.ROOT).endsWith(" " + stem)).isPresent();
  }

  /** "Norland Council has ordered radars, the council says": named in the same sentence. */
  private Optional<Profile> namedJustNow(Words core, String stem) {
    Sentence sentence = core.sentence();
    boolean alone = core.to() - core.from() == 2;
    for (int i = core.from() - 1; alone && i > 0; i--) {
      Token token = sentence.token(i);
      boolean named =
          token.lower().equals(stem)
              && Character.isUpperCase(token.text().charAt(0))
              && Character.isUpperCase(sentence.token(i - 1).text().charAt(0))
              && sentence.token(i - 1).isNoun();
      int from = i;
      while (named
          && from > 0
          && Character.isUpperCase(sentence.token(from - 1).text().charAt(0))) {
        from--;
      }
      if (named) {
        return names.named(new Words(sentence, from, i + 1)).filter(p -> p.is(Source.Type.BODY));
      }
    }
    return Optional.empty();
  }

  /** A state makes no tanks itself: "its manufacturer" is another. */
  private boolean isState(Profile profile) {
    return profile.name().filter(n -> Cast.covers(lexicon.states(n), n)).isPresent();
  }

  private boolean isText(String head) {
    return words.has("study-head", head) || words.has("statement-head", head);
  }

  /** The last company that the sentence names before "the company", or the one it begins with. */
  private Optional<Profile> companyIn(Words core, boolean first) {
    String before = Cast.text(core.sentence(), 0, core.from());
    int length = core.to() - core.from();
    boolean plain =
        length == 2
            || length == 3 && core.sentence().token(core.from() + 1).lower().endsWith("-based");
    return lexicon.organisations(before).stream()
        .filter(
            m ->
                plain
                    && (!first || m.start() == 0)
                    && !words.has("no-company", m.value().name().toLowerCase(Locale.ROOT)))
        .reduce((a, b) -> b)
        .map(m -> Profile.body(before.substring(m.start(), m.end()), m.value().state()));
  }

  /** Whether a field of office that the words name is no other than that of the role. */
  private boolean fieldAgrees(Words core, Profile profile) {
    Optional<String> wanted = field(SourceNames.text(core));
    Optional<String> has = profile.role().or(profile::name).flatMap(this::field);
    return wanted.isEmpty() || has.isEmpty() || wanted.equals(has);
  }

  /** The field of an office: "foreign" in "Foreign Minister". */
  private Optional<String> field(String phrase) {
    for (String word : phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) {
      if (words.has("office-field", word)) {
        return Optional.of(word.equals("defense") ? "defence" : word);
      }
    }
    return Optional.empty();
  }

  private boolean isCompany(Profile profile) {
    return profile.name().map(n -> !lexicon.organisations(n).isEmpty()).orElse(false);
  }

  private boolean hasDocumentWord(Profile profile) {
    for (String word : profile.words().split("[^\\p{L}-]+")) {
      if (words.has("document-head", word)) {
        return true;
      }
    }
    return false;
  }

  private boolean agrees(Profile profile, String head) {
    boolean plural = head.endsWith("s") && !head.endsWith("ss");
    return !plural
            && !(profile.is(Source.Type.UNNAMED) && isGroup(profile) && isSomebodyPlural(profile))
        || plural && profile.is(Source.Type.UNNAMED)
        || profile.is(Source.Type.OUTLET)
        || profile.is(Source.Type.BODY);
  }

  private boolean hasPersonHead(String role) {
    for (String word : role.toLowerCase(Locale.ROOT).split(" ")) {
      if (words.has("role-goes-on", word)) {
        return false;
      }
      if (words.has("person-head", singular(word)) || word.equals("people")) {
        return true;
      }
    }
    return false;
  }

  private boolean isSomebodyPlural(Profile profile) {
    return profile
        .role()
        .map(
            r ->
                hasPersonHead(r)
                    || lexicon.offices(r).stream().anyMatch(m -> !m.value().document()))
        .orElse(false);
  }

  /** Somebody of the cast whose office has this word, whether named before or behind. */
  private Optional<Profile> byRole(Words core, String stem, Optional<String> state) {
    for (Cast.Person person : cast.people()) {
      Profile profile = names.profile(person, Optional.empty());
      boolean fits =
          person.role().map(r -> hasWord(r, stem) || isAlso(r, stem)).orElse(false)
              || person.rank().map(r -> hasWord(r, stem)).orElse(false);
      boolean here = state.isEmpty() || profile.state().equals(state);
      if (fits && here && fieldAgrees(core, profile)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }

  /** Whether an office is one that the word may stand for: a president is a leader. */
  private boolean isAlso(String role, String word) {
    String lower = role.toLowerCase(Locale.ROOT);
    return words.get("also-" + word).stream().anyMatch(lower::contains);
  }

  private static boolean hasWord(Profile profile, String stem) {
    return profile.role().map(r -> hasWord(r, stem)).orElse(false)
        || !profile.is(Source.Type.PERSON)
            && profile.name().map(n -> hasWord(n, stem)).orElse(false);
  }

  private static boolean hasWord(String phrase, String stem) {
    for (String word : phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+")) {
      if (singular(word).equals(stem)) {
        return true;
      }
    }
    return false;
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.endsWith("s") && !word.endsWith("ss") && word.length() > 3
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
