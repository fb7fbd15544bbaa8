package org.attache.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.lexicon.NameIndex;

/** The people whom a report names, with the office that it gives each of them. */
final class Cast {
  /** "Officer (CEO)" behind "Chief Executive". */
  private static final Pattern AFTER_OFFICE =
      Pattern.compile("^(?: Officer)?(?: \\(\\p{Lu}[\\p{Lu}&]{1,7}\\))?");

  private static final int LONGEST_NAME = 6;
  private static final int SHORTEST_TO_MISSPELL = 6;

  private final SourceLexicon lexicon;
  private final List<Person> people = new ArrayList<>();
  private final Set<String> surnames = new HashSet<>();

  /**
   * Somebody whom the report names.
   *
   * @param name the fullest form of the name
   * @param role the office, where the report gives one
   * @param rank the military rank, where the office is another one
   * @param female what a title or form of the office says of it
   * @param at offset of the first mention
   */
  record Person(
      String name,
      Optional<String> role,
      Optional<String> rank,
      Optional<Boolean> female,
      int at) {}

  /**
   * A person's name with the office before it.
   *
   * @param role the words before the name, where they are an office
   * @param name the name
   * @param from the first token of the name
   * @param to the token after the name
   */
  record Titled(Optional<String> role, String name, int from, int to, boolean titled) {}

  private Cast(SourceLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The people of a document. */
  static Cast of(Document document, SourceLexicon lexicon) {
    Cast cast = new Cast(lexicon);
    document.sentences().forEach(cast::noteSurnames);
    for (Sentence sentence : document.sentences()) {
      cast.add(sentence);
    }
    cast.people.removeIf(p -> !p.name().contains(" ") && p.role().isEmpty() && cast.isMisspelt(p));
    return cast;
  }

  /** "Mr. Duliami" where the report has "Omar Dulaimi" as well. */
  private boolean isMisspelt(Person person) {
    return people.stream()
        .filter(p -> p.name().contains(" "))
        .map(p -> p.name().substring(p.name().lastIndexOf(' ') + 1))
        .anyMatch(surname -> !surname.equals(person.name()) && isNear(surname, person.name()));
  }

  /** Names of one word that do something: those who are named in full elsewhere, perhaps. */
  private void noteSurnames(Sentence sentence) {
    for (Token token : sentence.tokens()) {
      int i = token.index();
      boolean alone =
          (i == 0 || !Character.isUpperCase(sentence.token(i - 1).text().charAt(0)))
              && i + 1 < sentence.size()
              && !Character.isUpperCase(sentence.token(i + 1).text().charAt(0));
      boolean cited = i > 1 && sentence.token(i - 1).lower().equals("to");
      if (alone && token.isName() && (token.is("nsubj") || cited)) {
        surnames.add(token.text());
      }
    }
  }

  /**
   * "Head of the Service for Trade Idris Nur": where a name begins that follows an office with its
   * body, or -1.
   */
  private int afterBody(Sentence sentence, int from, int to) {
    int last = to - 1;
    if (last > from + 4 && isAfterParticle(sentence, last - 1, from)) {
      int start = last - (sentence.token(last - 1).text().equals("-") ? 3 : 2);
      return sentence.token(start).isName() && afterBody(sentence, from, start, to, last)
          ? start
          : -1;
    }
    for (int start = last - 1; start > from + 1 && start >= last - 3; start--) {
      boolean name =
          sentence.token(last).isName()
              && sentence.token(start).isName()
              && (start < last - 1 || sentence.token(start).text().length() >= 2);
      if (!name) {
        return -1;
      }
      if (afterBody(sentence, from, start, to, last)) {
        return start;
      }
    }
    return -1;
  }

  private boolean afterBody(Sentence sentence, int from, int start, int to, int last) {
    String text = text(sentence, from, to);
    boolean office =
        lexicon.offices(text).stream()
            .anyMatch(m -> m.end() < text.length() && goesOnAfter(text.substring(m.end())));
    String name = text(sentence, start, to);
    String before = text(sentence, from, start);
    boolean body =
        lexicon.bodies(before).stream().anyMatch(m -> m.end() == before.length())
            || lexicon.organisations(before).stream().anyMatch(m -> m.end() == before.length())
            || lexicon.states(before).stream().anyMatch(m -> m.end() == before.length())
            || surnames.contains(sentence.token(last).text())
            || start > 3 && isShortForm(sentence, start - 3)
            || isKindOfBody(sentence.token(start - 1))
            || lexicon.words().has("portfolio", sentence.token(start - 1).lower());
    boolean other =
        isOther(name)
            || lexicon.organisations(text).stream().anyMatch(m -> m.end() == text.length())
            || lexicon.bodies(text).stream().anyMatch(m -> m.end() == text.length())
            || lexicon.states(text).stream().anyMatch(m -> m.end() == text.length())
            || lexicon.outlets(text).stream().anyMatch(m -> m.end() == text.length());
    return office && body && !other;
  }

  /** "Head of the state arms seller Idris Nur": a body described, and then the name. */
  private boolean isKindOfBody(Token token) {
    boolean named =
        Character.isUpperCase(token.text().charAt(0))
            && lexicon.words().has("company-head", token.lower());
    return named
        || lexicon.words().has("body-word", token.lower())
        || Character.isLowerCase(token.text().charAt(0))
            && lexicon.words().has("kind-of-body", token.lower());
  }

  private static boolean goesOnAfter(String after) {
    String rest = AFTER_OFFICE.matcher(after).replaceFirst("");
    return rest.startsWith(" of ")
        || rest.startsWith(" and ")
        || rest.startsWith(" to ")
        || rest.startsWith(" at ")
        || rest.startsWith(" on ")
        || rest.startsWith(" for ")
        || rest.startsWith(" in ");
  }

  private void add(Sentence sentence) {
    int at = 0;
    while (at < sentence.size()) {
      int end = nominalEnd(sentence, at);
      if (end > at) {
        titled(sentence, at, end).ifPresent(found -> add(sentence, found));
        at = end;
      } else {
        at++;
      }
    }
  }

  /** End of the noun phrase that starts here; commas end it, "of" and its like do not. */
  int nominalEnd(Sentence sentence, int from) {
    int at = from;
    while (at < sentence.size()) {
      Token token = sentence.token(at);
      boolean noun =
          token.tag().startsWith("NN")
              || token.tag().startsWith("JJ")
              || lexicon.words().has("holding-office", token.lower())
              || token.tag().equals("POS")
              || token.tag().equals("CD")
              || token.tag().equals("DT")
              || token.tag().equals("FW")
              || token.tag().equals("PRP$")
              || token.text().equals("&")
              || token.text().equals("-") && isAfterParticle(sentence, at, from)
              || token.text().equals("\u2019");
      noun &=
          token.text().equals("&")
              || token.text().equals("-") && isAfterParticle(sentence, at, from)
              || token.text().chars().anyMatch(Character::isLetterOrDigit)
              || token.tag().equals("POS");
      boolean link =
          at > from
              && (token.tag().equals("IN") && !token.lower().equals("that")
                  || token.tag().equals("TO"))
              && at + 1 < sentence.size()
              && !sentence.token(at + 1).isVerb();
      if (at > from && isShortForm(sentence, at)) {
        at += 3;
        continue;
      }
      if (!noun && !link && !joinsPortfolio(sentence, at)) {
        break;
      }
      at++;
    }
    return at;
  }

  /**
   * "Officer (CEO) of the yard", "Staff (CAS) Idris Nur": the phrase goes on behind the bracket.
   */
  static boolean isShortForm(Sentence sentence, int open) {
    if (open + 3 >= sentence.size()
        || !sentence.token(open).text().equals("(")
        || !sentence.token(open + 2).text().equals(")")) {
      return false;
    }
    Token next = sentence.token(open + 3);
    return sentence.token(open + 1).text().matches("\\p{Lu}[\\p{Lu}&]{1,7}")
        && (next.lower().equals("of")
            || next.isName() && Character.isUpperCase(next.text().charAt(0)));
  }

  /** "al- Nur": a hyphen that stands apart from the rest of the name. */
  private boolean isAfterParticle(Sentence sentence, int at, int from) {
    return at > from && lexicon.words().has("particle", sentence.token(at - 1).lower());
  }

  /** "Minister of Trade and Industry", "Service for Military and Technical Cooperation". */
  boolean joinsPortfolio(Sentence sentence, int and) {
    if (!sentence.token(and).lower().matches("and|&") || and == 0 || and + 1 >= sentence.size()) {
      return false;
    }
    boolean fields =
        lexicon.words().has("portfolio", sentence.token(and - 1).text())
            && lexicon.words().has("portfolio", sentence.token(and + 1).text());
    if (fields) {
      return true;
    }
    if (!isCapital(sentence.token(and - 1).text()) || !isCapital(sentence.token(and + 1).text())) {
      return false;
    }
    String after = text(sentence, and + 1, Math.min(and + 4, sentence.size()));
    if (lexicon.offices(after).stream().anyMatch(m -> m.start() == 0)) {
      return false;
    }
    return IntStream.of(and + 1, and + 2)
        .filter(i -> i < sentence.size())
        .anyMatch(
            i ->
                lexicon.words().has("portfolio", sentence.token(i).lower())
                    && isCapital(sentence.token(i).text()));
  }

  private void add(Sentence sentence, Titled found) {
    if (!found.titled() && isOther(found.name())) {
      return;
    }
    Optional<String> rank = found.role().filter(this::isRank);
    Optional<String> role =
        found
            .role()
            .filter(r -> rank.isEmpty())
            .or(() -> apposition(sentence, found))
            .or(() -> roleBefore(sentence, found))
            .or(() -> rank);
    if (role.isEmpty() && !found.titled() && found.to() - found.from() < 2) {
      return;
    }
    int start = sentence.token(found.from()).start();
    Optional<Person> known = find(found.name());
    Person person = new Person(found.name(), role, rank, gender(sentence, found, role), start);
    if (known.isEmpty()) {
      people.add(person);
    } else {
      people.set(people.indexOf(known.get()), merge(known.get(), person));
    }
  }

  /** "Lieutenant General": a rank tells less than the post that its holder has. */
  private boolean isRank(String role) {
    return Arrays.stream(role.toLowerCase(Locale.ROOT).split("[ -]+"))
        .allMatch(w -> lexicon.words().has("rank", w));
  }

  private Person merge(Person known, Person again) {
    boolean longer = again.name().split(" ").length > known.name().split(" ").length;
    return new Person(
        longer ? again.name() : known.name(),
        known.role().filter(r -> !isRank(r)).or(again::role).or(known::role),
        known.rank().or(again::rank),
        known.female().or(again::female),
        known.at());
  }

  private boolean isOther(String name) {
    return covers(lexicon.outlets(name), name)
        || covers(lexicon.organisations(name), name)
        || covers(lexicon.states(name), name)
        || covers(lexicon.bodies(name), name)
        || Arrays.stream(name.toLowerCase(Locale.ROOT).split(" "))
            .anyMatch(
                w -> lexicon.words().has("body-word", w) || lexicon.words().has("outlet-word", w));
  }

  static boolean covers(List<? extends NameIndex.Match<?>> matches, String text) {
    return matches.stream().anyMatch(m -> m.start() == 0 && m.end() >= text.length());
  }

  private Optional<Boolean> gender(Sentence sentence, Titled found, Optional<String> role) {
    String before = found.from() > 0 ? sentence.token(found.from() - 1).lower() : "";
    List<String> words = new ArrayList<>(List.of(before));
    role.ifPresent(r -> words.addAll(List.of(r.toLowerCase(Locale.ROOT).split(" "))));
    if (words.stream().anyMatch(w -> lexicon.words().has("female", w.replace(".", "")))) {
      return Optional.of(true);
    }
    return words.stream().anyMatch(w -> lexicon.words().has("male", w.replace(".", "")))
        ? Optional.of(false)
        : Optional.empty();
  }

  /** A name within a noun phrase, with an office or title before it, or bare. */
  Optional<Titled> titled(Sentence sentence, int from, int to) {
    String text = text(sentence, from, to);
    int base = sentence.token(from).start();
    int officeEnd = -1;
    int officeStart = from;
    for (NameIndex.Match<?> match : lexicon.offices(text)) {
      int next = ofState(sentence, tokenAt(sentence, base + match.end(), to), to);
      boolean whole = match.start() == 0 || text.charAt(match.start() - 1) != '-';
      if (whole && next < to && isNameStart(sentence, next) && !isBody(text, match.end())) {
        officeEnd = next;
        officeStart = roleStart(sentence, from, tokenAt(sentence, base + match.start(), to));
      }
    }
    boolean title = false;
    int name = officeEnd;
    for (NameIndex.Match<?> match : lexicon.titles(text)) {
      int next = tokenAt(sentence, base + match.end(), to);
      if (next < to && isNameStart(sentence, next) && next >= name && !isBody(text, match.end())) {
        name = next;
        title = true;
      }
    }
    int behind = afterBody(sentence, from, to);
    if (behind > name) {
      Optional<String> whole = role(sentence, from, behind);
      return Optional.of(new Titled(whole, text(sentence, behind, to), behind, to, true));
    }
    if (name < 0) {
      name = bareName(sentence, from, to);
    }
    if (name < 0) {
      return Optional.empty();
    }
    int end = nameEnd(sentence, name, to);
    if (title && officeEnd < 0 && isStateOnly(sentence, from, name, end)) {
      return Optional.empty();
    }
    if (!title
        && lexicon.words().has("office-end", text(sentence, name, end).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Optional<String> role =
        officeEnd > from ? role(sentence, officeStart, officeEnd) : Optional.empty();
    return Optional.of(
        new Titled(role, text(sentence, name, end), name, end, title || officeEnd > from));
  }

  /** "a major U.S. supplier": an adjective that is a rank elsewhere, and a state. */
  private boolean isStateOnly(Sentence sentence, int from, int name, int end) {
    String text = text(sentence, name, end);
    return covers(lexicon.states(text), text)
        && name > from
        && Character.isLowerCase(sentence.token(name - 1).text().charAt(0));
  }

  /** "Defence Secretary of State": the office goes on. */
  private static int ofState(Sentence sentence, int next, int to) {
    boolean goesOn =
        next + 2 < to
            && sentence.token(next).lower().equals("of")
            && sentence.token(next + 1).text().equals("State");
    return goesOn ? next + 2 : next;
  }

  /** Whether the name of a body or state runs over this place: "General Staff", "Sri Lanka". */
  private boolean isBody(String text, int offset) {
    return lexicon.states(text).stream().anyMatch(m -> m.start() < offset && m.end() > offset)
        || lexicon.bodies(text).stream().anyMatch(m -> m.start() < offset && m.end() > offset)
        || lexicon.organisations(text).stream()
            .anyMatch(m -> m.start() < offset && m.end() > offset)
        || lexicon.outlets(text).stream()
            .anyMatch(m -> m.start() < offset && m.end() > offset && !m.value().doubtful());
  }

  /** Where the words of an office begin: prepositions end them to the left. */
  private static int roleStart(Sentence sentence, int from, int office) {
    int at = office;
    while (at > from
        && !sentence.token(at - 1).tag().equals("IN")
        && !sentence.token(at - 1).tag().equals("TO")) {
      at--;
    }
    return at;
  }

  private boolean isNameStart(Sentence sentence, int index) {
    Token token = sentence.token(index);
    boolean capital =
        Character.isUpperCase(token.text().charAt(0)) && lexicon.adjectives(token.text()).isEmpty();
    if (lexicon.words().has("no-name", token.lower())) {
      return false;
    }
    return capital && !token.tag().equals("DT")
        || token.isName() && Character.isLetter(token.text().charAt(0));
  }

  /** First token of a run of name tokens that fills the end of the phrase. */
  private int bareName(Sentence sentence, int from, int to) {
    int at = from;
    while (at < to && Character.isLowerCase(sentence.token(at).text().charAt(0))) {
      at++;
    }
    if (at >= to || !isNameStart(sentence, at) || at > from) {
      return -1;
    }
    int end = nameEnd(sentence, at, to);
    boolean possessive = end < to && sentence.token(end).tag().equals("POS");
    if (isOffice(sentence, at, end) || isOfficeOnly(text(sentence, at, end))) {
      return -1;
    }
    return end - at <= LONGEST_NAME && (end == to || possessive || !sentence.token(end).isNoun())
        ? at
        : -1;
  }

  /** "Deputy Director of the Service": an office that goes on, and nobody's name. */
  private boolean isOffice(Sentence sentence, int from, int to) {
    String name = text(sentence, from, to);
    return to < sentence.size()
        && lexicon.words().has("role-goes-on", sentence.token(to).lower())
        && lexicon.offices(name).stream().anyMatch(m -> m.end() == name.length());
  }

  /**
   * "Kenyan Defence Minister", "Voltara CEO": an office with the state or firm whose it is, and
   * nobody's name.
   */
  private boolean isOfficeOnly(String name) {
    String last = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return lexicon.offices(name).stream()
        .filter(m -> m.end() == name.length() && m.start() > 0)
        .map(m -> name.substring(0, m.start()).strip())
        .anyMatch(
            before ->
                covers(lexicon.adjectives(before), before)
                    || lexicon.words().has("office-end", last));
  }

  /**
   * Where a name ends: at the first word that is neither capitalised nor a particle before one that
   * is.
   */
  int nameEnd(Sentence sentence, int from, int to) {
    int at = from;
    while (at < to) {
      Token token = sentence.token(at);
      boolean capital =
          isCapital(token.text())
              && !token.tag().equals("DT")
              && !lexicon.words().has("no-name", token.lower());
      boolean particle =
          lexicon.words().has("particle", token.lower())
              && at + 1 < to
              && Character.isUpperCase(sentence.token(at + 1).text().charAt(0));
      boolean hyphen =
          at > from
              && token.text().equals("-")
              && lexicon.words().has("particle", sentence.token(at - 1).lower())
              && at + 1 < to
              && Character.isUpperCase(sentence.token(at + 1).text().charAt(0));
      boolean beforeHyphen =
          lexicon.words().has("particle", token.lower().replace("-", ""))
              && at + 1 < to
              && (token.text().endsWith("-")
                  ? Character.isUpperCase(sentence.token(at + 1).text().charAt(0))
                  : at + 2 < to
                      && sentence.token(at + 1).text().equals("-")
                      && Character.isUpperCase(sentence.token(at + 2).text().charAt(0)));
      if (!capital && !particle && !hyphen && !beforeHyphen) {
        break;
      }
      at++;
    }
    return at;
  }

  /** Whether a word is written as a name: "Noor", "al-Noor". */
  boolean isCapital(String word) {
    int hyphen = word.indexOf('-');
    return Character.isUpperCase(word.charAt(0))
        || hyphen > 0
            && hyphen + 1 < word.length()
            && Character.isUpperCase(word.charAt(hyphen + 1))
            && lexicon.words().has("particle", word.substring(0, hyphen));
  }

  private static int tokenAt(Sentence sentence, int offset, int to) {
    for (int i = 0; i < to; i++) {
      if (sentence.token(i).start() >= offset) {
        return i;
      }
    }
    return to;
  }

  /** The words of an office without the determiner before it. */
  Optional<String> role(Sentence sentence, int from, int to) {
    int first = from;
    while (first < to && lexicon.words().has("determiner", sentence.token(first).lower())) {
      first++;
    }
    int last = to;
    while (last > first && !Character.isLetterOrDigit(sentence.token(last - 1).text().charAt(0))) {
      last--;
    }
    return last > first ? Optional.of(text(sentence, first, last)) : Optional.empty();
  }

  /** ", the chief of the general staff," or ", who heads the programme" after a name. */
  private Optional<String> apposition(Sentence sentence, Titled found) {
    int at = found.to();
    if (at < sentence.size() && sentence.token(at).text().startsWith("(")) {
      while (at < sentence.size() && !sentence.token(at).text().equals(")")) {
        at++;
      }
      at++;
    }
    if (at + 1 >= sentence.size() || !sentence.token(at).text().equals(",")) {
      return Optional.empty();
    }
    int from = at + 1;
    int end = from;
    while (end < sentence.size()
        && !sentence.token(end).text().equals(",")
        && !sentence.token(end).isVerb()
        && !sentence.token(end).text().equals(".")) {
      end++;
    }
    String text = end > from ? text(sentence, from, end) : "";
    boolean office =
        !lexicon.offices(text).isEmpty()
            && !sentence.token(from).tag().startsWith("W")
            && !sentence.token(from).tag().equals("CC");
    if (office) {
      int cut = from;
      while (cut < end && !sentence.token(cut).tag().startsWith("W")) {
        cut++;
      }
      return role(sentence, from, cut);
    }
    return Optional.empty();
  }

  /** "the ministry's spokesman, Tarek Nur," */
  private Optional<String> roleBefore(Sentence sentence, Titled found) {
    int comma = found.from() - 1;
    while (comma > 0
        && (lexicon.titles(sentence.token(comma).text()).stream().anyMatch(m -> m.start() == 0)
            || sentence.token(comma).lower().equals("the"))) {
      comma--;
    }
    boolean goesOn =
        found.to() < sentence.size()
            && sentence.token(found.to()).isVerb()
            && !(comma > 0 && opensWithOffice(sentence, comma));
    boolean bracket = comma > 0 && sentence.token(comma).text().equals(")");
    if (comma <= 0
        || !bracket && (!sentence.token(comma).text().equals(",") || goesOn)
        || sentence.token(comma - 1).text().equals("(")) {
      return Optional.empty();
    }
    if (bracket || sentence.token(comma - 1).text().equals(")")) {
      while (comma > 0 && !sentence.token(comma).text().equals("(")) {
        comma--;
      }
    }
    int from = comma;
    while (from > 0 && isNominal(sentence.token(from - 1))) {
      from--;
    }
    for (int i = comma - 1; i >= from; i--) {
      boolean starts = lexicon.words().has("determiner", sentence.token(i).lower());
      if (starts && !lexicon.offices(text(sentence, i, comma)).isEmpty()) {
        from = i;
        break;
      }
    }
    while (from < comma
        && (sentence.token(from).tag().equals("IN") || sentence.token(from).tag().equals("CC"))) {
      from++;
    }
    if (from >= comma) {
      return Optional.empty();
    }
    String text = text(sentence, from, comma);
    boolean office = lexicon.offices(text).stream().anyMatch(m -> m.end() <= text.length());
    boolean definite =
        lexicon.words().has("determiner", sentence.token(from).lower())
            || text.contains("'s ")
            || text.contains("\u2019s ")
            || opensWithOffice(sentence, comma)
            || isSaid(sentence, from, text)
            || lexicon.offices(text).stream().anyMatch(m -> m.start() == 0)
                && !sentence.token(comma).text().equals(",");
    return office && definite ? role(sentence, from, comma) : Optional.empty();
  }

  /** "…, said Voltara CEO, Idris Nur": an office with the name of a firm behind the verb. */
  private boolean isSaid(Sentence sentence, int from, String office) {
    return from > 0
        && sentence.token(from - 1).tag().matches("VB[DZ]")
        && Character.isUpperCase(office.charAt(0))
        && lexicon.offices(office).stream().anyMatch(m -> m.end() == office.length());
  }

  /**
   * "Kenyan Defence Minister, Idris Nur said": whether nothing but an office stands before the
   * comma, from the beginning of the sentence or from a dateline's mark.
   */
  private boolean opensWithOffice(Sentence sentence, int comma) {
    int from = comma;
    while (from > 0 && isNominal(sentence.token(from - 1))) {
      from--;
    }
    int before = from;
    while (before > 0
        && (sentence.token(before - 1).tag().startsWith("RB")
            || sentence.token(before - 1).text().equals(",")
            || sentence.token(before - 1).tag().equals("CC"))) {
      before--;
    }
    boolean opens = before == 0 || sentence.token(from - 1).text().matches(":|-|--|\u2013|\u2014");
    if (!opens || from >= comma) {
      return false;
    }
    String text = text(sentence, from, comma);
    return lexicon.offices(text).stream()
        .filter(m -> m.end() == text.length() || goesOnAfter(text.substring(m.end())))
        .map(m -> text.substring(0, m.start()))
        .anyMatch(
            own ->
                Arrays.stream(own.split(" "))
                    .allMatch(
                        w ->
                            w.isEmpty()
                                || lexicon.words().has("determiner", w.toLowerCase(Locale.ROOT))
                                || lexicon.stateIn(w).isPresent()));
  }

  private static boolean isNominal(Token token) {
    return token.isNoun()
        || token.tag().startsWith("JJ")
        || token.tag().equals("DT")
        || token.tag().equals("POS")
        || token.tag().equals("PRP$")
        || token.tag().equals("IN")
        || token.tag().equals("TO")
        || token.text().equals("and");
  }

  /** Somebody whose name has all of these words, the latest met first. */
  Optional<Person> find(String name) {
    List<String> wanted = words(name);
    Person best = null;
    for (Person person : people) {
      List<String> has = words(person.name());
      boolean fits = has.containsAll(wanted) || wanted.containsAll(has) && has.size() > 1;
      boolean better =
          best == null
              || has.getLast().equals(wanted.getLast())
                  && !words(best.name()).getLast().equals(wanted.getLast());
      if (fits && !wanted.isEmpty() && better) {
        best = person;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Somebody whose surname differs from this name in no more than a letter or two. */
  Optional<Person> findMisspelt(String surname) {
    return people.stream()
        .filter(
            p -> {
              String own = p.name().substring(p.name().lastIndexOf(' ') + 1);
              String bare = own.substring(own.lastIndexOf('-') + 1);
              return isNear(bare, surname) || isNear(own, surname);
            })
        .findFirst();
  }

  private static boolean isNear(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    return shorter >= SHORTEST_TO_MISSPELL
        && Math.abs(a.length() - b.length()) <= 1
        && a.charAt(0) == b.charAt(0)
        && distance(a, b) <= (shorter > SHORTEST_TO_MISSPELL ? 2 : 1);
  }

  /** How many letters have to be put in, left out or exchanged. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).replace("\u2019", "'").split("[ .]+"))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  List<Person> people() {
    return people;
  }

  static String text(Sentence sentence, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = sentence.token(i);
      if (i > from) {
        int gap = token.start() - sentence.token(i - 1).end();
        text.append(" ".repeat(Math.min(Math.max(gap, 0), 1)));
        if (gap > 1) {
          text.append(" ".repeat(gap - 1));
        }
      }
      text.append(token.text());
    }
    return text.toString();
  }
}
