package org.attache.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.lexicon.NameIndex;
import org.attache.source.Source;

/** Tells whom a noun phrase names by itself, apart from what it points back to. */
final class SourceNames {
  private static final int LONGEST_IN_BRACKETS = 7;

  private final SourceLexicon lexicon;
  private final WordLists words;
  private final Cast cast;
  private final Optional<String> homeState;

  SourceNames(SourceLexicon lexicon, Cast cast, Optional<String> homeState) {
    this.lexicon = lexicon;
    this.cast = cast;
    this.homeState = homeState;
    words = lexicon.words();
  }

  /**
   * The phrase without what follows its first comma or relative pronoun, and without words before
   * it.
   */
  Words core(Words mention) {
    Sentence sentence = mention.sentence();
    int from = mention.from();
    while (from < mention.to() - 1
        && (sentence.token(from).tag().startsWith("RB")
            || sentence.token(from).tag().equals("IN")
            || sentence.token(from).text().matches("\\d{1,2}[:.]\\d{2}")
            || sentence.token(from).tag().equals("CC"))) {
      from++;
    }
    int to = from + 1;
    while (to < mention.to() && (Cast.isShortForm(sentence, to) || !endsCore(sentence, to))) {
      to += Cast.isShortForm(sentence, to) ? 3 : 1;
    }
    while (to > from + 1
        && (words.has("place-adverb", sentence.token(to - 1).lower())
            || words.has("day-adverb", sentence.token(to - 1).lower()))) {
      to--;
    }
    return new Words(sentence, from, to);
  }

  private boolean endsCore(Sentence sentence, int index) {
    Token token = sentence.token(index);
    boolean time =
        token.tag().equals("IN")
            && index + 1 < sentence.size()
            && sentence.token(index + 1).isName()
            && words.has("time-word", sentence.token(index + 1).lower());
    boolean inserted = words.has("inserted", token.lower());
    boolean gathered =
        token.tag().equals("VBG")
            && sentence.token(index - 1).tag().equals("NNS")
            && index + 1 < sentence.size()
            && sentence.token(index + 1).tag().equals("IN");
    return time
        || gathered
        || inserted && token.tag().equals("VBG") && sentence.token(index - 1).isNoun()
        || token.text().equals(",")
        || token.text().equals("(")
        || token.tag().startsWith("W")
        || token.tag().equals("-LRB-")
        || token.text().equals("\u2014")
        || token.text().equals(";")
        || token.tag().equals("VBN")
            && index + 1 < sentence.size()
            && sentence.token(index + 1).lower().equals("by");
  }

  /** Whom the phrase names, where it names somebody. */
  Optional<Profile> named(Words mention) {
    Optional<Profile> bracketed = bracketed(mention);
    if (bracketed.isPresent()) {
      return bracketed;
    }
    Words core = core(mention);
    Optional<Profile> before = nameBefore(core);
    if (before.isPresent()) {
      return before;
    }
    if (speaksForSomebody(core)) {
      return nameInApposition(core);
    }
    if (isFirmByItsSeat(core)) {
      return Optional.empty();
    }
    String text = text(core);
    Optional<Profile> owner = isOwnChannel(core) ? issuer(core) : Optional.empty();
    if (owner.isPresent()) {
      return owner;
    }
    Optional<Profile> paper = byline(text) ? outlet(text, core) : Optional.empty();
    if (paper.isPresent()) {
      return paper;
    }
    Optional<Profile> described =
        describedBody(core).or(() -> isOfficeOf(text) ? nameInApposition(core) : Optional.empty());
    if (described.isPresent()) {
      return described;
    }
    Optional<Profile> person = person(core);
    if (person.isPresent()) {
      return person;
    }
    return outlet(text, core)
        .or(() -> agencyInApposition(mention, core))
        .or(() -> body(text, core))
        .or(() -> misspelt(core))
        .or(() -> unknownName(core));
  }

  /** "The Oslo-based group": a firm that is known already. */
  private boolean isFirmByItsSeat(Words core) {
    Sentence sentence = core.sentence();
    return words.has("company-head", sentence.token(core.to() - 1).lower())
        && sentence.tokens().subList(core.from(), core.to() - 1).stream()
            .anyMatch(t -> t.lower().endsWith("-based"))
        && sentence.token(core.from()).lower().matches("the|this");
  }

  /**
   * "A spokesman for Prime Minister Idris Nur", "an aide to the late Omar Razzaz": not the one who
   * is named.
   */
  private boolean speaksForSomebody(Words core) {
    Sentence sentence = core.sentence();
    int link = core.from() + 1;
    while (link < core.to() && !sentence.token(link).lower().matches("for|to|of|close")) {
      link++;
    }
    if (link + 1 < core.to() && sentence.token(link).lower().equals("close")) {
      link++;
    }
    boolean close = sentence.token(link - 1).lower().equals("close");
    if (link + 1 >= core.to()
        || !words.has("speaks-for", sentence.token(close ? link - 2 : link - 1).lower())
        || Character.isUpperCase(sentence.token(core.from()).text().charAt(0))
            && core.from() == link - 1
            && core.from() > 0) {
      return false;
    }
    int end = Math.min(cast.nominalEnd(sentence, link + 1), core.to());
    Words whom = new Words(sentence, link + 1, Math.max(end, link + 2));
    Optional<Cast.Titled> titled = cast.titled(sentence, whom.from(), whom.to());
    return titled.isPresent()
        && lexicon.bodies(Cast.text(sentence, whom.from(), titled.get().from())).isEmpty()
        && !isOther(titled.get().name());
  }

  /**
   * "the ministry's website", "a Fjordeks news release", "the press service of the army": by which
   * a body speaks for itself.
   */
  private boolean isOwnChannel(Words core) {
    boolean small =
        core.sentence().tokens().subList(core.from(), core.to()).stream()
            .anyMatch(t -> t.text().equals(head(core)));
    return small
        && (words.has("own-channel", head(core))
            || words.has("statement-head", head(core)) && !hasOutletWordBesides(core));
  }

  /** Whether an outlet is named, and not only what kind of text it is: "news release". */
  private boolean hasOutletWordBesides(Words core) {
    String text = text(core);
    return lexicon.outlets(text).stream().anyMatch(m -> m.start() <= 4) || !hasOutletWord(text);
  }

  /** "the grid operator Voltara", "the rights group Witness Sahel": the kind, then the name. */
  private Optional<Profile> describedBody(Words core) {
    Sentence sentence = core.sentence();
    int kind = core.to() - 1;
    while (kind > core.from() && Character.isUpperCase(sentence.token(kind).text().charAt(0))) {
      kind--;
    }
    boolean body =
        kind < core.to() - 1
            && kind >= core.from()
            && words.has("kind-of-body", sentence.token(kind).lower())
            && !isOfficeOf(Cast.text(sentence, core.from(), kind));
    String name = body ? Cast.text(sentence, kind + 1, core.to()) : "";
    return body && lexicon.titles(name).stream().noneMatch(m -> m.start() == 0)
        ? Optional.of(
            Profile.body(name, lexicon.stateIn(text(core)).or(() -> lexicon.stateIn(name))))
        : Optional.empty();
  }

  /** "the head of the state": what follows is the body that somebody leads. */
  private boolean isOfficeOf(String before) {
    return lexicon.offices(before).stream().anyMatch(m -> before.startsWith(" of ", m.end()));
  }

  /** "THE MINISTER OF STATE IN THE MINISTRY OF TRADE (SHRI A. NUR)": office, then the name. */
  private Optional<Profile> bracketed(Words mention) {
    Sentence sentence = mention.sentence();
    int open = mention.from() + 1;
    while (open < mention.to() && !sentence.token(open).text().equals("(")) {
      open++;
    }
    int from = open + 1;
    int to = from;
    while (to < sentence.size() && !sentence.token(to).text().equals(")")) {
      to++;
    }
    if (open >= mention.to() || to >= sentence.size() || to > from + LONGEST_IN_BRACKETS) {
      return Optional.empty();
    }
    String office = withoutDeterminer(Cast.text(sentence, mention.from(), open));
    while (from < to - 1 && words.has("title", plain(sentence.token(from).text()))) {
      from++;
    }
    String inside = Cast.text(sentence, open + 1, to);
    boolean titled =
        from > open + 1 || lexicon.offices(inside).stream().anyMatch(m -> m.start() == 0);
    boolean name = to - from >= 1;
    for (int i = from; i < to; i++) {
      name &= Character.isUpperCase(sentence.token(i).text().charAt(0));
    }
    String spelled = name ? Capitals.usual(Cast.text(sentence, from, to)) : "";
    boolean abbreviated = Cast.covers(lexicon.offices(inside), inside);
    boolean person =
        name && titled && !abbreviated && !lexicon.offices(office).isEmpty() && !isOther(spelled);
    if (!person) {
      return Optional.empty();
    }
    Optional<String> role = Optional.of(Capitals.usual(office));
    return Optional.of(Profile.person(spelled, role, state(spelled, role)));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace(".", "");
  }

  /**
   * Whether an outlet is described and nobody of its staff: "the state broadcaster", not "a
   * reporter for it".
   */
  private boolean byline(String text) {
    List<NameIndex.Match<SourceLexicon.Office>> offices = lexicon.offices(text);
    return hasOutletWord(text) && offices.stream().allMatch(m -> hasOutletWord(m.name()));
  }

  private Optional<Profile> person(Words core) {
    Sentence sentence = core.sentence();
    boolean acting = core.to() - core.from() > 2 && sentence.token(core.from()).tag().equals("VBG");
    int from = acting ? core.from() + 1 : core.from();
    int end = Math.min(cast.nominalEnd(sentence, from), core.to());
    if (end <= from) {
      return Optional.empty();
    }
    Optional<Cast.Titled> titled = cast.titled(sentence, from, end);
    if (titled.isEmpty()) {
      return nameInApposition(core);
    }
    Optional<Cast.Person> known = cast.find(titled.get().name());
    boolean other = !titled.get().titled() && isOther(titled.get().name());
    boolean possessive =
        titled.get().to() < core.to() && sentence.token(titled.get().to()).tag().equals("POS");
    if (possessive && !isOfStatement(core)) {
      return nameInApposition(core);
    }
    boolean paper =
        known.isPresent()
            && known.get().role().isEmpty()
            && known.get().name().split(" ").length > 2
            && words.has(
                "paper-article", titled.get().name().split(" ")[0].toLowerCase(Locale.ROOT));
    if (paper) {
      return Optional.of(Profile.outlet(known.get().name()));
    }
    if (known.isPresent() && !other) {
      return Optional.of(profile(known.get(), titled.get().role()));
    }
    Optional<Cast.Person> near =
        titled.get().titled() && !titled.get().name().contains(" ")
            ? cast.findMisspelt(titled.get().name())
            : Optional.empty();
    if (near.isPresent()) {
      return near.map(n -> profile(n, titled.get().role()));
    }
    if (titled.get().titled()) {
      return Optional.of(
          Profile.person(
              titled.get().name(),
              titled.get().role(),
              state(titled.get().name(), titled.get().role())));
    }
    return other ? Optional.empty() : leader(titled.get().name());
  }

  private boolean isOfStatement(Words core) {
    String last = core.sentence().token(core.to() - 1).lower();
    return words.has("statement-head", last) || words.has("study-head", last);
  }

  private Optional<Profile> leader(String name) {
    return lexicon
        .leader(name)
        .map(state -> Profile.person(name, Optional.empty(), Optional.of(state)));
  }

  /** "the Iranian ambassador to Russia, Kazem Nur": the name stands behind the comma. */
  private Optional<Profile> nameInApposition(Words core) {
    Sentence sentence = core.sentence();
    if (lexicon.offices(text(core)).isEmpty() && !hasOwner(core)) {
      return Optional.empty();
    }
    int behind = afterBracket(sentence, core.to());
    boolean comma = behind < sentence.size() && sentence.token(behind).text().equals(",");
    if (!comma && behind == core.to()) {
      return Optional.empty();
    }
    int start = comma ? behind + 1 : behind;
    return nameAt(sentence, start).or(() -> afterField(sentence, start));
  }

  /**
   * "The Director, Public Relations, Colonel Idris Nur": between the two stands what he directs.
   */
  private Optional<Profile> afterField(Sentence sentence, int from) {
    int comma = from;
    while (comma < sentence.size() && !sentence.token(comma).text().equals(",")) {
      boolean nominal =
          sentence.token(comma).isNoun() || sentence.token(comma).tag().matches("JJ|CC|IN|DT");
      if (!nominal) {
        return Optional.empty();
      }
      comma++;
    }
    return comma > from && comma + 1 < sentence.size()
        ? nameAt(sentence, comma + 1)
        : Optional.empty();
  }

  private Optional<Profile> nameAt(Sentence sentence, int from) {
    int start = from;
    if (start + 1 < sentence.size()
        && sentence.token(start).lower().equals("the")
        && !lexicon.titles(sentence.token(start + 1).text()).isEmpty()) {
      start++;
    }
    if (start >= sentence.size()) {
      return Optional.empty();
    }
    int end = cast.nameEnd(sentence, start, sentence.size());
    if (end < start + 2 || !sentence.token(start).isName()) {
      return Optional.empty();
    }
    int name = cast.titled(sentence, start, end).map(Cast.Titled::from).orElse(start);
    return cast.find(Cast.text(sentence, name, end)).map(known -> profile(known, Optional.empty()));
  }

  /** "Idris Nur, Voltara Chief Executive said": the comma behind the office is left out. */
  private Optional<Profile> nameBefore(Words core) {
    Sentence sentence = core.sentence();
    int comma = core.from() - 1;
    boolean office =
        comma > 1
            && sentence.token(comma).text().equals(",")
            && core.to() < sentence.size()
            && sentence.token(core.to()).isVerb()
            && Character.isUpperCase(sentence.token(core.from()).text().charAt(0))
            && lexicon.offices(text(core)).stream().anyMatch(m -> m.end() == text(core).length());
    int from = comma;
    while (office && from > 0 && cast.isCapital(sentence.token(from - 1).text())) {
      from--;
    }
    return office && comma - from >= 2
        ? cast.find(Cast.text(sentence, from, comma))
            .map(known -> profile(known, Optional.of(text(core))))
        : Optional.empty();
  }

  /** "a state news agency, Qena, claims": the name of the outlet stands behind the comma. */
  private Optional<Profile> agencyInApposition(Words mention, Words core) {
    Sentence sentence = core.sentence();
    int last = core.to() - 1;
    int from = core.to() + 1;
    boolean outlet =
        words.has("outlet-head", sentence.token(last).lower())
            && (!sentence.token(last).lower().equals("agency")
                || isNewsWord(sentence.token(last - 1)))
            && from < mention.to()
            && sentence.token(from - 1).text().equals(",")
            && sentence.token(from).isName();
    int end = outlet ? cast.nameEnd(sentence, from, mention.to()) : from;
    return end > from
        ? Optional.of(Profile.outlet(Cast.text(sentence, from, end)))
        : Optional.empty();
  }

  /** "the Chief of Air Staff (CAS), Air Marshal Idris Nur": the short form is passed over. */
  private static int afterBracket(Sentence sentence, int index) {
    int at = index;
    if (at < sentence.size() && sentence.token(at).text().equals("(")) {
      while (at < sentence.size() && !sentence.token(at).text().equals(")")) {
        at++;
      }
      at++;
    }
    return at;
  }

  /** "the minister's host". */
  private static boolean hasOwner(Words core) {
    return core.sentence().tokens().subList(core.from(), core.to()).stream()
        .anyMatch(t -> t.tag().equals("POS") || t.tag().equals("PRP$"));
  }

  Profile profile(Cast.Person person, Optional<String> roleHere) {
    Optional<String> role = person.role().or(() -> roleHere);
    return Profile.person(person.name(), role, state(person.name(), role));
  }

  private Optional<String> state(String name, Optional<String> role) {
    if (role.filter(lexicon::isOfNoState).isPresent()) {
      return Optional.empty();
    }
    return role.flatMap(lexicon::stateIn)
        .or(() -> lexicon.leader(name))
        .or(() -> role.isPresent() ? homeState : Optional.empty());
  }

  /** Whether somebody speaks for the state of which the body is, or for the report's own. */
  boolean speaksForState(Profile speaker, Profile body) {
    return body.is(Source.Type.BODY)
        && body.state().isPresent()
        && body.state().equals(speaker.state().or(() -> homeState));
  }

  /** A body of this name. */
  Profile bodyNamed(String name) {
    boolean known = !lexicon.bodies(name).isEmpty();
    return Profile.body(name, lexicon.stateIn(name).or(() -> known ? homeState : Optional.empty()));
  }

  boolean isOther(String name) {
    return Cast.covers(lexicon.outlets(name), name)
        || Cast.covers(lexicon.organisations(name), name)
        || Cast.covers(lexicon.states(name), name)
        || Cast.covers(lexicon.bodies(name), name);
  }

  /** A paper or agency by its name, or loose media. */
  Optional<Profile> outlet(String text, Words core) {
    String bare = withoutDeterminer(text);
    for (NameIndex.Match<SourceLexicon.Outlet> match : lexicon.outlets(bare)) {
      boolean whole = match.start() == 0 && match.end() == bare.length();
      boolean besideWord =
          hasOutletWord(bare.substring(0, match.start()))
              || hasOutletWord(bare.substring(match.end()));
      boolean atEnd = match.end() == bare.length() && !match.value().doubtful();
      if (whole || besideWord || atEnd && startsLower(bare)) {
        return Optional.of(Profile.outlet(bare.substring(match.start(), match.end())));
      }
    }
    return namedByWord(core).or(() -> looseMedia(bare, core));
  }

  private boolean startsLower(String text) {
    return !text.isEmpty() && Character.isLowerCase(text.charAt(0))
        || !lexicon.adjectives(text).isEmpty();
  }

  private boolean hasOutletWord(String text) {
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) {
      if (words.has("outlet-word", word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * "the semi-official Negah news agency", "the Berlin weekly Hauptblatt", "The Harbour Gazette".
   */
  private Optional<Profile> namedByWord(Words core) {
    Sentence sentence = core.sentence();
    int last = core.to() - 1;
    while (last > core.from()
        && !Character.isLetterOrDigit(sentence.token(last).text().charAt(0))) {
      last--;
    }
    if (words.has("outlet-word", sentence.token(last).lower())) {
      int end = last;
      while (end > core.from()
          && words.has("outlet-word", sentence.token(end - 1).lower())
          && Character.isLowerCase(sentence.token(end - 1).text().charAt(0))) {
        end--;
      }
      boolean part = Character.isUpperCase(sentence.token(last).text().charAt(0));
      boolean office =
          part
              && sentence.token(last).lower().equals("agency")
              && (last == core.from() || !isNewsWord(sentence.token(last - 1)));
      if (office) {
        return Optional.empty();
      }
      boolean first =
          core.from() == 0
              && end == 1
              && sentence.token(0).tag().startsWith("JJ")
              && words.has("media-word", sentence.token(last).lower());
      return capitals(core, part ? last + 1 : end)
          .filter(n -> !isStateWord(n) && !first)
          .map(Profile::outlet);
    }
    for (int i = last - 1; i >= core.from(); i--) {
      if (words.has("outlet-word", sentence.token(i).lower())
          && !isInOffice(core, i)
          && Character.isUpperCase(sentence.token(i + 1).text().charAt(0))) {
        return Optional.of(Profile.outlet(Cast.text(sentence, i + 1, last + 1)));
      }
    }
    return Optional.empty();
  }

  /** Whether the word is part of an office: "Press Secretary". */
  private boolean isInOffice(Words core, int index) {
    Token token = core.sentence().token(index);
    int at = token.start() - core.start();
    return lexicon.offices(text(core)).stream()
        .anyMatch(
            m -> m.start() <= at && at < m.end() && m.end() - m.start() > token.text().length());
  }

  private boolean isNewsWord(Token token) {
    return words.has("news-word", token.lower()) || !lexicon.adjectives(token.text()).isEmpty();
  }

  private boolean isStateWord(String name) {
    return Cast.covers(lexicon.adjectives(name), name) || Cast.covers(lexicon.states(name), name);
  }

  /** The run of capitalised words that ends before a token. */
  private Optional<String> capitals(Words core, int end) {
    int from = end;
    while (from > core.from() && isPartOfName(core.sentence(), from - 1, end)) {
      from--;
    }
    while (from < end && lexicon.words().has("determiner", core.sentence().token(from).lower())) {
      from++;
    }
    return from < end ? Optional.of(Cast.text(core.sentence(), from, end)) : Optional.empty();
  }

  private boolean isPartOfName(Sentence sentence, int index, int end) {
    Token token = sentence.token(index);
    boolean capital = cast.isCapital(token.text()) && !token.lower().endsWith("-based");
    boolean link =
        index + 1 < end
            && (words.has("particle", token.lower())
                || token.text().equals("&")
                || token.tag().equals("POS"));
    return capital || link;
  }

  /** "Turkish media", "the Israeli press", "Russian media houses". */
  private Optional<Profile> looseMedia(String bare, Words core) {
    int end = core.to() - 1;
    boolean firms =
        end > core.from()
            && core.sentence().token(end).lower().matches("houses?|organi[sz]ations?");
    String last = core.sentence().token(firms ? end - 1 : end).lower();
    boolean media = words.has("media-word", last);
    boolean papers = words.has("papers", last);
    boolean loose =
        papers
            || media && !lexicon.adjectives(bare).isEmpty()
            || media && words.has("outlet-word", last);
    loose &= !words.has("platform", bare.toLowerCase(Locale.ROOT));
    return loose ? Optional.of(Profile.outlet(bare)) : Optional.empty();
  }

  /** A ministry, government, company, organisation, capital. */
  Optional<Profile> body(String text, Words core) {
    String bare = withoutDeterminer(text);
    boolean group = words.has("body-head", head(core)) && isBodyOf(core);
    boolean leads = isBodyOfOffice(core);
    if (!leads && (endsInOffice(core) && !group || startsWithOffice(core))) {
      return Optional.empty();
    }
    boolean document = isTextHead(core);
    if (document) {
      return issuer(core);
    }
    boolean organisation =
        lexicon.organisations(bare).stream()
            .anyMatch(m -> m.end() == bare.length() || m.start() == 0);
    boolean state =
        lexicon.states(bare).stream().anyMatch(m -> m.start() == 0 && m.end() == bare.length());
    boolean body =
        lexicon.bodies(bare).stream()
            .anyMatch(m -> m.end() == bare.length() || goesOn(bare.substring(m.end())));
    boolean capitalised =
        bare.chars().anyMatch(Character::isUpperCase) || body && bare.contains(" ");
    boolean bodyWord =
        words.has("body-word", core.sentence().token(core.to() - 1).lower())
            || words.has("body-head", head(core))
            || hasBodyWord(bare);
    if (organisation || state || (body || bodyWord) && capitalised) {
      return Optional.of(
          Profile.body(bare, lexicon.stateIn(bare).or(() -> body ? homeState : Optional.empty())));
    }
    return Optional.empty();
  }

  boolean hasBodyWord(String bare) {
    for (String word : bare.split("[^\\p{L}-]+")) {
      if (!word.isEmpty()
          && Character.isUpperCase(word.charAt(0))
          && words.has("body-word", word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** "the Administration of the President": a body that bears the name of an office. */
  private boolean isBodyOfOffice(Words core) {
    String bare = withoutDeterminer(text(core));
    return Character.isUpperCase(bare.charAt(0))
        && words.has("body-word", bare.split(" ")[0].toLowerCase(Locale.ROOT))
        && bare.split(" ").length > 2
        && bare.split(" ")[1].equals("of");
  }

  /** "panel of UN experts". */
  private static boolean isBodyOf(Words core) {
    return core.sentence().tokens().subList(core.from(), core.to()).stream()
        .anyMatch(t -> t.lower().equals("of"));
  }

  /** "Minister of Defence and Logistics": an office, not a body. */
  private boolean startsWithOffice(Words core) {
    String bare = withoutDeterminer(text(core));
    return lexicon.offices(bare).stream()
        .anyMatch(
            m ->
                m.start() == 0
                    && (bare.startsWith(" of ", m.end()) || bare.startsWith(" and ", m.end())));
  }

  boolean endsInOffice(Words core) {
    String text = text(core);
    int end = text.length();
    return lexicon.offices(text).stream()
        .anyMatch(m -> m.end() == end || goesOn(text.substring(m.end())));
  }

  /**
   * Whether words follow that belong to an office or body: "of defence", "familiar with the talks",
   * "Ministry" behind "source in the Industry".
   */
  private boolean goesOn(String rest) {
    String[] following = rest.strip().split(" ");
    String first = following[0].toLowerCase(Locale.ROOT);
    return rest.startsWith(" ")
        && (following.length > 1 && words.has("role-goes-on", first)
            || following.length == 1 && words.has("body-word", first));
  }

  private boolean isTextHead(Words core) {
    String last = head(core);
    return words.has("statement-head", last) || words.has("study-head", last);
  }

  /** The head word of a noun phrase: its last word before a preposition. */
  String head(Words core) {
    Sentence sentence = core.sentence();
    int at = core.from();
    String head = sentence.token(core.from()).lower();
    while (at < core.to()) {
      Token token = sentence.token(at);
      if (token.tag().equals("IN")
          || token.tag().equals("TO")
          || token.tag().equals("VBN")
          || token.tag().equals("VBG")
          || token.tag().equals("VBD")) {
        break;
      }
      if (Character.isLetterOrDigit(token.text().charAt(0)) && !token.tag().equals("POS")) {
        head = token.lower();
      }
      at++;
    }
    return head;
  }

  /**
   * Whose statement or study it is: "a State Department fact sheet", "a report by the institute".
   */
  Optional<Profile> issuer(Words core) {
    Sentence sentence = core.sentence();
    int limit = Math.min(sentence.size(), core.to() + 7);
    for (int i = core.from() + 1; i + 1 < limit; i++) {
      if (sentence.token(i).text().equals(",") || isOtherVerb(sentence, i)) {
        break;
      }
      boolean ownPage = sentence.token(i).lower().equals("on") && isOnOwnPage(sentence, i);
      if (ownPage || words.has("maker", sentence.token(i).lower())) {
        int end = Math.max(i + 2, cast.nominalEnd(sentence, i + 1));
        Words by = new Words(sentence, i + 1, Math.min(end, sentence.size()));
        Optional<Profile> maker = named(by).or(() -> ofGovernment(by));
        if (maker.isPresent()) {
          return maker;
        }
      }
    }
    int head = core.from();
    while (head < core.to()
        && !words.has("statement-head", sentence.token(head).lower())
        && !words.has("own-channel", sentence.token(head).lower())
        && !words.has("study-head", sentence.token(head).lower())) {
      head++;
    }
    if (head > core.from() && head < core.to()) {
      int to = head;
      while (to > core.from()
          && (sentence.token(to - 1).tag().equals("POS")
              || words.has("before-text", sentence.token(to - 1).lower())
              || sentence.token(to - 1).tag().startsWith("JJ")
                  && Character.isLowerCase(sentence.token(to - 1).text().charAt(0)))) {
        to--;
      }
      if (to > core.from()) {
        Words owner = new Words(sentence, core.from(), to);
        String name = withoutDeterminer(text(owner));
        if (!name.isEmpty() && !isDeterminer(owner)) {
          return named(owner)
              .or(() -> genericBody(owner))
              .filter(
                  p ->
                      p.is(Source.Type.BODY)
                          || p.is(Source.Type.PERSON)
                          || p.is(Source.Type.OUTLET));
        }
      }
    }
    return Optional.empty();
  }

  /** "a post on the navy's page": whose page it is has published it. */
  private boolean isOnOwnPage(Sentence sentence, int on) {
    for (int i = on + 2; i < Math.min(on + 8, sentence.size()); i++) {
      if (words.has("own-channel", sentence.token(i).lower())) {
        return true;
      }
      if (sentence.token(i).isVerb() || sentence.token(i).text().equals(",")) {
        return false;
      }
    }
    return false;
  }

  /** Whether the main clause goes on here, rather than a participle with its "by" phrase. */
  private static boolean isOtherVerb(Sentence sentence, int index) {
    String tag = sentence.token(index).tag();
    for (int i = index + 1; i <= index + 2 && i < sentence.size(); i++) {
      if (sentence.token(i).lower().equals("by")) {
        return false;
      }
    }
    return tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP");
  }

  private boolean isDeterminer(Words owner) {
    return owner.to() - owner.from() == 1
        && words.has("determiner", owner.sentence().token(owner.from()).lower());
  }

  /** "the presidency", in a report that names no other. */
  private Optional<Profile> ofGovernment(Words by) {
    return words.has("seat-of-power", core(by).sentence().token(core(by).to() - 1).lower())
        ? genericBody(by)
        : Optional.empty();
  }

  /** A body that goes by a word of its kind only: "the government", "the army". */
  Optional<Profile> genericBody(Words mention) {
    String bare = withoutDeterminer(text(core(mention)));
    boolean office =
        words.get("own-office").stream().anyMatch(o -> bare.endsWith(" " + o))
            && hasOwner(core(mention));
    boolean body =
        office
            || lexicon.bodies(bare).stream()
                .anyMatch(m -> m.start() == 0 && m.end() == bare.length());
    return body
        ? Optional.of(Profile.body(bare, lexicon.stateIn(bare).or(() -> homeState)))
        : Optional.empty();
  }

  /**
   * The body that the words of a role name: "Turkish defence ministry" in "Turkish defence ministry
   * source".
   */
  Optional<Profile> bodyIn(String role, String head) {
    for (NameIndex.Match<Optional<String>> match : lexicon.bodies(role)) {
      if (role.substring(match.start(), match.end()).toLowerCase(Locale.ROOT).endsWith(head)) {
        return Optional.of(
            Profile.body(
                role.substring(0, match.end()), lexicon.stateIn(role).or(() -> homeState)));
      }
    }
    return Optional.empty();
  }

  /** "Dulaimi" where the report has "Duliami" as well. */
  private Optional<Profile> misspelt(Words core) {
    boolean single = core.to() - core.from() == 1 && core.sentence().token(core.from()).isName();
    return single
        ? cast.findMisspelt(text(core)).map(known -> profile(known, Optional.empty()))
        : Optional.empty();
  }

  /** A name that no table knows: a body, or a person where it has two words or more. */
  Optional<Profile> unknownName(Words core) {
    Sentence sentence = core.sentence();
    int from = core.from();
    while (from < core.to() && words.has("determiner", sentence.token(from).lower())) {
      from++;
    }
    int end = cast.nameEnd(sentence, from, core.to());
    boolean all = end == core.to() && end > from && sentence.token(from).isName();
    if (!all) {
      int tail = core.to();
      Optional<String> name = capitals(core, tail);
      boolean described =
          name.isPresent()
              && sentence.token(tail - 1).isName()
              && !isStateWord(name.get())
              && !startsWithOffice(core)
              && !endsInOffice(core);
      return described && !isTextHead(core)
          ? Optional.of(Profile.body(name.get(), lexicon.stateIn(text(core))))
          : Optional.empty();
    }
    if (endsInOffice(core) || isTextHead(core) || startsWithOffice(core)) {
      return Optional.empty();
    }
    String name = Cast.text(sentence, from, end);
    boolean paper =
        end - from >= (sentence.token(core.from()).lower().equals("the") ? 2 : 3)
            && words.has("paper-article", sentence.token(core.from()).lower())
            && Character.isUpperCase(sentence.token(core.from()).text().charAt(0))
            && (core.from() > 0 || from == core.from())
            && !hasBodyWord(name)
            && !isOther(name);
    if (paper) {
      return Optional.of(Profile.outlet(Cast.text(sentence, core.from(), end)));
    }
    boolean person =
        end - from >= 2
            && end - from <= 4
            && from == core.from()
            && !isOther(name)
            && lexicon.stateIn(name).isEmpty();
    return Optional.of(
        person
            ? Profile.person(name, Optional.empty(), state(name, Optional.empty()))
            : Profile.body(name, lexicon.stateIn(name)));
  }

  /** "a Wire journalist": whom an outlet sends out has no other name than the outlet's. */
  private Optional<Profile> newsroom(String role) {
    int last = role.lastIndexOf(' ');
    return last > 0 && words.has("staff", role.substring(last + 1).toLowerCase(Locale.ROOT))
        ? lexicon.outlets(role).stream()
            .filter(m -> m.start() == 0 && m.end() == last)
            .findFirst()
            .map(m -> Profile.outlet(role.substring(0, last)))
        : Optional.empty();
  }

  /** "a newspaper", "the state broadcaster in Tehran": an outlet, though it has no name. */
  private boolean isPress(Words core) {
    String first = core.sentence().token(core.from()).lower();
    return words.has("press-head", head(core))
        && (words.has("indefinite", first) || words.has("definite", first))
        && !first.equals("this");
  }

  /** Somebody without a name: the role as it is written, without its determiner. */
  Profile unnamed(Words mention) {
    Words core = core(mention);
    Sentence sentence = core.sentence();
    int from = core.from();
    while (from < core.to() - 1
        && !sentence.token(from + 1).lower().equals("of")
        && (words.has("determiner", sentence.token(from).lower())
            || sentence.token(from).tag().equals("CD"))) {
      from++;
    }
    String role = Cast.text(sentence, from, core.to());
    Optional<Profile> newsroom = newsroom(role);
    if (newsroom.isPresent()) {
      return newsroom.get();
    }
    if (isPress(core)) {
      return Profile.outlet(role);
    }
    boolean ofState = !lexicon.bodies(role).isEmpty() && !lexicon.isOfNoState(role);
    return Profile.unnamed(
        role, lexicon.stateIn(role).or(() -> ofState ? homeState : Optional.empty()));
  }

  /** Whether it can be a source at all: a pronoun without its noun, a sum or a tank cannot. */
  boolean canSpeak(Profile profile) {
    if (!profile.is(Source.Type.UNNAMED)) {
      return true;
    }
    String role = profile.role().orElse("").toLowerCase(Locale.ROOT);
    String[] parts = role.split(" ");
    String head = parts[0];
    for (String part : parts) {
      if (words.has("role-goes-on", part) || words.has("relative", part)) {
        break;
      }
      head = part;
    }
    boolean sum = role.chars().anyMatch(Character::isDigit) && lexicon.offices(role).isEmpty();
    boolean pronoun =
        parts.length == 1
            && (words.has("person-pronoun", head)
                || words.has("thing-pronoun", head)
                || words.has("group-pronoun", head)
                || words.has("relative", head)
                || words.has("determiner", head));
    return !sum
        && !pronoun
        && !words.has("no-source", head)
        && !lexicon.isEquipment(head)
        && !words.has("no-source-start", parts[0]);
  }

  String withoutDeterminer(String text) {
    String rest = text;
    while (true) {
      int blank = rest.indexOf(' ');
      if (blank < 0
          || !words.has("determiner", rest.substring(0, blank).toLowerCase(Locale.ROOT))) {
        return rest;
      }
      rest = rest.substring(blank + 1);
    }
  }

  static String text(Words words) {
    return Cast.text(words.sentence(), words.from(), words.to());
  }
}
