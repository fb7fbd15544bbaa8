package org.attache.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.attache.equipment.Category;
import org.attache.equipment.Designation;
import org.attache.equipment.Equipment;
import org.attache.equipment.EquipmentNoun;
import org.attache.language.Document;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.lexicon.NameIndex;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;
import org.attache.money.MoneyReader;
import org.attache.party.Parties;
import org.attache.party.Party;
import org.attache.party.PartyName;
import org.attache.quantity.NumberReader;
import org.attache.quantity.Quantity;

/** Finds parties, items and sums of money in the sentences of a report. */
public final class MentionReader {
  /**
   * A state that is no more, and those that came after it.
   *
   * @param state the code of the old one
   * @param successors the codes of the others
   * @param shared how both are called
   */
  private record Union(String state, Set<String> successors, Set<PartyName.Form> shared) {
    boolean isSuccessor(PartyMention party) {
      return party.party().state().filter(successors::contains).isPresent();
    }

    boolean mayBe(PartyMention party) {
      return isSuccessor(party) && shared.contains(party.form());
    }
  }

  private static final List<Union> UNIONS =
      List.of(
          new Union(
              "SU",
              Set.of("RU"),
              EnumSet.of(PartyName.Form.CAPITAL, PartyName.Form.SEAT, PartyName.Form.DEMONYM)),
          new Union(
              "CS",
              Set.of("CZ", "SK"),
              EnumSet.of(
                  PartyName.Form.CAPITAL,
                  PartyName.Form.SEAT,
                  PartyName.Form.ADJECTIVE,
                  PartyName.Form.DEMONYM)),
          new Union("YU", Set.of("RS"), EnumSet.of(PartyName.Form.CAPITAL, PartyName.Form.SEAT)));

  /** Shape of a type name that the catalogue may not have: "KT-1P", "Type-059", "RBS70". */
  private static final Pattern SHAPE =
      Pattern.compile("[A-Z]{1,6}[a-z]{0,8}[-\u2013]?\\d{1,4}[A-Za-z]{0,4}(?:[-/][A-Z0-9]{1,4})?");

  private static final Pattern PLURAL_CODE = Pattern.compile("[\\dA-Z]s$");
  private static final Pattern SUFFIX = Pattern.compile("[A-Z]{1,5}\\d?|[a-z]|[A-Z][a-z]");
  private static final int WIDEST_GAP = 5;

  private final Parties parties;
  private final Equipment equipment;
  private final NumberReader numbers;
  private final MoneyReader money;
  private final NameIndex<String> blocked;
  private final Map<String, Boolean> collectives = new HashMap<>();
  private final Set<String> measures = new HashSet<>();
  private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015";

  private final Set<String> noItems = new HashSet<>();
  private final Set<String> unowned = new HashSet<>();
  private final Set<String> members = new HashSet<>();
  private final Set<String> plants = new HashSet<>();
  private final Set<String> scales = new HashSet<>();
  private final Set<String> partNouns = new HashSet<>();
  private final Set<String> dealings = new HashSet<>();
  private final Set<String> civilTypes = Set.of("airliner", "business jet");

  /** A reader that goes by these lexicons. */
  public MentionReader(Tables tables, Parties parties, Equipment equipment) {
    this.parties = parties;
    this.equipment = equipment;
    numbers = new NumberReader(tables);
    money = new MoneyReader(tables);
    NameIndex.Builder<String> noParty = new NameIndex.Builder<>();
    tables.rows("not-parties").forEach(row -> noParty.add(row.get("name"), row.get("name")));
    blocked = noParty.build();
    for (Row row : tables.rows("collectives")) {
      collectives.put(row.get("noun"), row.get("counts").equals("yes"));
    }
    for (Row row : tables.rows("side-nouns")) {
      switch (row.get("sort")) {
        case "no-item" -> noItems.add(row.get("noun"));
        case "part" -> partNouns.add(row.get("noun"));
        case "unowned" -> unowned.add(row.get("noun"));
        case "member" -> members.add(row.get("noun"));
        case "plant" -> plants.add(row.get("noun"));
        default -> {}
      }
    }
    for (Row row : tables.rows("dealing-nouns")) {
      String noun = row.get("noun");
      dealings.add(noun.substring(noun.lastIndexOf(' ') + 1));
    }
    tables.rows("money-scales").stream()
        .map(row -> row.get("word"))
        .filter(word -> word.length() > 1)
        .forEach(scales::add);
    tables.rows("measures").forEach(row -> measures.add(row.get("noun")));
  }

  /** A name or noun of the catalogue met in a sentence, as tokens. */
  private record Hit(
      int from,
      int to,
      Optional<Designation> designation,
      String written,
      Optional<EquipmentNoun> noun) {
    static Hit ofType(int from, int to, Designation type, String written) {
      return new Hit(from, to, Optional.of(type), written, Optional.empty());
    }

    static Hit ofNoun(int from, int to, EquipmentNoun noun) {
      return new Hit(from, to, Optional.empty(), noun.noun(), Optional.of(noun));
    }
  }

  /** What each sentence of a report mentions, in order. */
  public List<Mentions> read(Document document) {
    String text = document.report().text();
    Set<String> sure = new HashSet<>();
    for (Sentence sentence : document.sentences()) {
      equipment
          .names()
          .find(text, sentence.start(), sentence.end())
          .forEach(
              m -> {
                sure.add(m.value().name());
                sure.add(m.value().base());
              });
    }
    return TypeNames.asWritten(
        ofTheirTime(
            ofTheirOwners(document.sentences().stream().map(s -> read(text, s, sure)).toList())));
  }

  /**
   * "The Soviet Union … Moscow", "Czechoslovakia … Czech leaders": in a report that names a state
   * of old and not the one that came after it, what both have is the old one's.
   */
  private List<Mentions> ofTheirTime(List<Mentions> read) {
    List<Mentions> mended = read;
    for (Union union : UNIONS) {
      Optional<Party> then =
          isOfThen(read, union) ? parties.state(union.state()) : Optional.empty();
      if (then.isPresent()) {
        mended =
            mended.stream()
                .map(
                    mentions ->
                        with(mentions, party -> union.mayBe(party) ? then : Optional.empty()))
                .toList();
      }
    }
    return mended;
  }

  private static boolean isOfThen(List<Mentions> read, Union union) {
    List<PartyMention> all = read.stream().flatMap(m -> m.parties().stream()).toList();
    return all.stream()
            .filter(party -> party.form() == PartyName.Form.STATE)
            .anyMatch(party -> party.party().state().filter(union.state()::equals).isPresent())
        && all.stream().noneMatch(party -> union.isSuccessor(party) && !union.mayBe(party));
  }

  /**
   * "Kenya's Foreign Office": a seat of power that other states have too is theirs where the report
   * says so, and then wherever it stands without an owner.
   */
  private static List<Mentions> ofTheirOwners(List<Mentions> read) {
    Map<String, Set<Party>> owners = new HashMap<>();
    for (Mentions mentions : read) {
      for (PartyMention seat : mentions.parties()) {
        owner(mentions, seat)
            .ifPresent(
                o ->
                    owners
                        .computeIfAbsent(
                            mentions.sentence().words(seat.from(), seat.to()),
                            name -> new HashSet<>())
                        .add(o));
      }
    }
    return owners.isEmpty()
        ? read
        : read.stream().map(mentions -> withOwners(mentions, owners)).toList();
  }

  /** The other state whose name stands right before a seat of power. */
  private static Optional<Party> owner(Mentions mentions, PartyMention seat) {
    Sentence sentence = mentions.sentence();
    boolean modifies =
        seat.to() < sentence.size() && sentence.token(seat.to()).isNoun()
            || sentence.token(seat.to() - 1).is("compound", "amod");
    if (seat.form() != PartyName.Form.SEAT || seat.from() == 0 || modifies) {
      return Optional.empty();
    }
    int before =
        sentence.token(seat.from() - 1).tag().equals("POS") ? seat.from() - 2 : seat.from() - 1;
    return mentions.parties().stream()
        .filter(state -> state.to() - 1 == before)
        .filter(
            state ->
                state.form() == PartyName.Form.STATE
                        && sentence.token(before + 1).tag().equals("POS")
                    || state.form() == PartyName.Form.ADJECTIVE)
        .map(PartyMention::party)
        .filter(state -> state.state().isPresent() && !state.sameSide(seat.party()))
        .findFirst();
  }

  private static Mentions withOwners(Mentions mentions, Map<String, Set<Party>> owners) {
    return with(
        mentions,
        party ->
            owner(mentions, party)
                .or(
                    () ->
                        owners
                            .getOrDefault(
                                mentions.sentence().words(party.from(), party.to()), Set.of())
                            .stream()
                            .filter(o -> party.form() == PartyName.Form.SEAT)
                            .reduce((one, other) -> party.party())));
  }

  /** The mentions with another party wherever there is one for a mention of one. */
  private static Mentions with(Mentions mentions, Function<PartyMention, Optional<Party>> instead) {
    List<PartyMention> parties = new ArrayList<>();
    for (PartyMention party : mentions.parties()) {
      parties.add(
          instead
              .apply(party)
              .map(o -> new PartyMention(party.from(), party.to(), o, party.form()))
              .orElse(party));
    }
    return new Mentions(mentions.sentence(), parties, mentions.items(), mentions.sums());
  }

  private Mentions read(String text, Sentence sentence, Set<String> sure) {
    List<PartyMention> sides = parties(text, sentence);
    List<MoneyReader.Sum> sums = new ArrayList<>();
    for (MoneyReader.Sum sum : money.read(text.substring(sentence.start(), sentence.end()))) {
      sums.add(
          new MoneyReader.Sum(
              sum.start() + sentence.start(),
              sum.end() + sentence.start(),
              sum.value(),
              sum.each()));
    }
    List<ItemMention> items = items(text, sentence, sides, sure, sums);
    sides.removeIf(side -> isType(sentence, side, items));
    return new Mentions(sentence, sides, items, sums);
  }

  // ---- parties

  private List<PartyMention> parties(String text, Sentence sentence) {
    List<NameIndex.Match<String>> no = blocked.find(text, sentence.start(), sentence.end());
    List<PartyMention> found = new ArrayList<>();
    List<NameIndex.Match<PartyName>> sure =
        parties.names().find(text, sentence.start(), sentence.end());
    sure.forEach(match -> addParty(sentence, match, no, found));
    for (NameIndex.Match<PartyName> match :
        parties.doubtful().find(text, sentence.start(), sentence.end())) {
      boolean within =
          sure.stream().anyMatch(s -> s.start() <= match.start() && match.end() <= s.end());
      if (!within && standsAlone(sentence, match)) {
        addParty(sentence, match, no, found);
      }
    }
    found.sort(Comparator.comparingInt(PartyMention::from));
    found.removeIf(mention -> isNameOfThing(sentence, mention));
    found.removeIf(mention -> ownsAnother(sentence, mention, found));
    List<PartyMention> all = List.copyOf(found);
    found.replaceAll(mention -> fromItsPlant(sentence, mention, all));
    return found;
  }

  /** "Leonardo's Yeovil plant": a firm sells from where its works are. */
  private PartyMention fromItsPlant(Sentence sentence, PartyMention firm, List<PartyMention> all) {
    int next = firm.to();
    if (firm.form() != PartyName.Form.COMPANY || next + 1 >= sentence.size()) {
      return firm;
    }
    boolean owns = sentence.token(next).tag().equals("POS");
    return all.stream()
        .filter(place -> place.from() == next + 1 && place.party().state().isPresent())
        .filter(
            place -> owns && place.form() == PartyName.Form.PLACE && isPlant(sentence, place.to()))
        .findFirst()
        .map(
            place ->
                new PartyMention(
                    firm.from(),
                    firm.to(),
                    new Party(firm.party().name(), place.party().state()),
                    firm.form()))
        .orElse(firm);
  }

  private boolean isPlant(Sentence sentence, int at) {
    return at < sentence.size()
        && (plants.contains(sentence.token(at).lemma())
            || plants.contains(sentence.token(at).lower()));
  }

  /** "A series called 'Dakar'", "the class is named Lima": a name given to a thing. */
  private static boolean isNameOfThing(Sentence sentence, PartyMention mention) {
    int before = mention.from() - 1;
    while (before > 0 && sentence.token(before).text().matches("[\"'`\u2018\u201c]+")) {
      before--;
    }
    return before > 0
        && mention.to() - mention.from() == 1
        && sentence.token(before).lower().matches("called|named|dubbed|christened|nicknamed")
        && (mention.to() >= sentence.size() || !sentence.token(mention.to()).isNoun());
  }

  /** "China's Taiwan region": who claims a place is not the place. */
  private static boolean ownsAnother(
      Sentence sentence, PartyMention owner, List<PartyMention> others) {
    int next = owner.to() + 1;
    return next < sentence.size()
        && owner.form() == PartyName.Form.STATE
        && sentence.token(owner.to()).tag().equals("POS")
        && others.stream()
            .anyMatch(
                p ->
                    p.from() == next
                        && p.form() == PartyName.Form.STATE
                        && !p.party().sameSide(owner.party()));
  }

  /** "Taurus missiles": the company of that name is not meant. */
  private static boolean isType(Sentence sentence, PartyMention side, List<ItemMention> items) {
    String name = sentence.words(side.from(), side.to());
    boolean nickname =
        side.form() == PartyName.Form.COMPANY
            && side.from() > 0
            && hasDigit(sentence.token(side.from() - 1).text())
            && items.stream()
                .anyMatch(
                    i ->
                        i.designation().isPresent()
                            && i.covers(side.from())
                            && i.covers(side.from() - 1));
    return nickname
        || side.form() == PartyName.Form.COMPANY
            && items.stream()
                .anyMatch(
                    i ->
                        i.covers(side.from())
                            && i.head() >= side.to()
                            && i.designation()
                                .filter(
                                    d ->
                                        d.name().equalsIgnoreCase(name)
                                            || d.name().startsWith(name + " ")
                                            || i.written()
                                                .filter(w -> w.startsWith(name + " "))
                                                .isPresent())
                                .isPresent());
  }

  private void addParty(
      Sentence sentence,
      NameIndex.Match<PartyName> match,
      List<NameIndex.Match<String>> no,
      List<PartyMention> found) {
    boolean barred =
        no.stream().anyMatch(b -> b.start() <= match.start() && match.end() <= b.end());
    int from = tokenAt(sentence, match.start());
    int to = tokenEnding(sentence, match.end());
    boolean compound =
        from >= 0 && to == from + 1 && sentence.token(from).text().matches(".*[-\u2013].*");
    boolean taken =
        found.stream()
            .anyMatch(
                m ->
                    m.from() < to
                        && from < m.to()
                        && !(compound
                            && m.from() == from
                            && m.to() == to
                            && !m.party().sameSide(match.value().party())));
    boolean place = match.value().form() == PartyName.Form.PLACE;
    String written = sentence.text(match.start(), match.end());
    if (barred || taken || from < 0 || to <= from || place && !written.equals(match.name())) {
      return;
    }
    boolean withinName = place && sentence.token(from).start() < match.start();
    if (withinName || isMoney(sentence, from, to) || isMember(sentence, match, to)) {
      return;
    }
    if (isOfNobody(sentence.text(match.end(), sentence.token(to - 1).end()))) {
      return;
    }
    boolean joined =
        sentence.token(to - 1).end() > match.end() && sentence.token(to - 1).text().contains("-");
    PartyName.Form form = joined ? PartyName.Form.ADJECTIVE : match.value().form();
    found.add(new PartyMention(from, to, match.value().party(), form));
  }

  /** "U.S. $215 million": the state stands before its money, unlike "gave Egypt $1 billion". */
  private static boolean isMoney(Sentence sentence, int from, int to) {
    return to < sentence.size()
        && sentence.token(to).text().equals("$")
        && sentence.words(from, to).matches("U\\.?S\\.?");
  }

  /** "The NATO country": an alliance says what its member is, and is not the one that acts. */
  private boolean isMember(Sentence sentence, NameIndex.Match<PartyName> match, int to) {
    return to < sentence.size()
        && match.value().party().state().isEmpty()
        && match.value().form() != PartyName.Form.COMPANY
        && sentence.token(to).tag().equals("NN")
        && members.contains(sentence.token(to).lemma());
  }

  /** "Soviet-era tanks", "Russian-speaking crews": what is so called belongs to nobody else. */
  private boolean isOfNobody(String behind) {
    return behind.length() > 1
        && HYPHENS.indexOf(behind.charAt(0)) >= 0
        && unowned.contains(behind.substring(1).toLowerCase(Locale.ROOT));
  }

  /** A doubtful name counts where no capitalised word stands against it. */
  private static boolean standsAlone(Sentence sentence, NameIndex.Match<PartyName> match) {
    int from = tokenAt(sentence, match.start());
    int to = tokenEnding(sentence, match.end());
    if (from < 0 || to <= from) {
      return false;
    }
    boolean nameBefore = from > 0 && sentence.token(from - 1).isName();
    boolean nameAfter = to < sentence.size() && sentence.token(to).isName();
    return !nameBefore && !nameAfter && sentence.token(from).isName();
  }

  // ---- items

  private List<ItemMention> items(
      String text,
      Sentence sentence,
      List<PartyMention> sides,
      Set<String> sure,
      List<MoneyReader.Sum> sums) {
    List<Hit> hits = hits(text, sentence, sides, sure);
    hits.removeIf(hit -> hit.designation().isPresent() && isSum(sentence, hit, sums));
    List<ItemMention> items = new ArrayList<>();
    int i = 0;
    while (i < hits.size()) {
      int last = lastOfPhrase(sentence, hits, i);
      items.add(mention(text, sentence, hits.subList(i, last + 1), items, sums));
      i = last + 1;
    }
    items.removeIf(item -> onlySaysOfWhat(sentence, item));
    items.removeIf(item -> isPrefix(sentence, item));
    items.replaceAll(item -> wholeOf(sentence, item, items).map(item::partOf).orElse(item));
    return items;
  }

  /** "Rs 24,000 crore", "N219 billion": a sum, whatever type is called so. */
  private boolean isSum(Sentence sentence, Hit hit, List<MoneyReader.Sum> sums) {
    int start = sentence.token(hit.from()).start();
    boolean scaled =
        hit.to() < sentence.size()
            && hit.to() == hit.from() + 1
            && scales.contains(sentence.token(hit.to()).lower());
    return scaled || sums.stream().anyMatch(s -> s.start() == start && hit.to() - hit.from() > 1);
  }

  /** "The armaments committee": the word only says what its head is busy with. */
  private boolean onlySaysOfWhat(Sentence sentence, ItemMention item) {
    Token head = sentence.token(item.head());
    if (isOfSomethingElse(sentence, item)) {
      return true;
    }
    if (item.sort() == EquipmentNoun.Sort.SPECIFIC
        || !head.is("compound")
        || head.head() < item.to()) {
      return false;
    }
    String governor = sentence.token(head.head()).lemma().toLowerCase(Locale.ROOT);
    return !dealings.contains(governor)
        && !noItems.contains(governor)
        && !collectives.containsKey(governor);
  }

  /** "The sub-contract": what is short for a submarine elsewhere. */
  private static boolean isPrefix(Sentence sentence, ItemMention item) {
    String word = sentence.token(item.head()).lower();
    return item.designation().isEmpty()
        && (word.startsWith("sub-") && !word.equals("sub-") || word.matches("\\p{L}+-?loads?"));
  }

  /** "A round of talks", "a volley of questions": the word is no thing. */
  private static boolean isOfSomethingElse(Sentence sentence, ItemMention item) {
    return item.designation().isEmpty()
        && sentence.token(item.to() - 1).lemma().matches("round|volley|battery|barrage")
        && item.to() + 1 < sentence.size()
        && sentence.token(item.to()).lower().equals("of")
        && !sentence.token(item.to() + 1).tag().equals("CD")
        && sentence
            .words(item.to() + 1, Math.min(sentence.size(), item.to() + 4))
            .toLowerCase(java.util.Locale.ROOT)
            .matches(
                ".*\\b(talks?|negotiations?|consultations?|discussions?|sanctions?|meetings?|tests?|questions?|criticism|elections?|voting|funding|visits?|statements?|drills?|exercises?|dialogue)\\b.*");
  }

  /** The thing that an item is a part of: "spare parts for T-90 tanks". */
  private Optional<ItemMention> wholeOf(
      Sentence sentence, ItemMention item, List<ItemMention> items) {
    boolean part =
        item.designation().isEmpty()
            && item.category() == Category.OTHER
            && partNouns.contains(sentence.token(item.to() - 1).lemma().toLowerCase(Locale.ROOT));
    if (!part) {
      return Optional.empty();
    }
    return items.stream()
        .filter(
            whole ->
                whole.from() > item.to()
                    && whole.from() <= item.to() + 3
                    && whole.category() != Category.OTHER
                    && sentence.token(item.to()).lower().matches("for|of|to"))
        .findFirst();
  }

  private List<Hit> hits(
      String text, Sentence sentence, List<PartyMention> sides, Set<String> sure) {
    List<Hit> hits = new ArrayList<>();
    List<Hit> nouns = new ArrayList<>();
    for (NameIndex.Match<EquipmentNoun> match :
        equipment.nouns().find(text, sentence.start(), sentence.end())) {
      addNoun(sentence, behindParty(text, sentence, match, sides), nouns);
    }
    for (NameIndex.Match<Designation> match :
        equipment.names().find(text, sentence.start(), sentence.end())) {
      Designation type = asWritten(sentence, match, suited(sentence, match, nouns));
      addHit(
          sentence,
          match.start(),
          match.end(),
          (from, to) ->
              Hit.ofType(
                  from,
                  to,
                  type,
                  isPlural(sentence, match) ? type.name() : written(sentence, match)),
          hits);
    }
    for (NameIndex.Match<Designation> match :
        equipment.words().find(text, sentence.start(), sentence.end())) {
      if (believable(sentence, match, nouns, sure)) {
        Designation type = suited(sentence, match, nouns);
        addHit(
            sentence,
            match.start(),
            match.end(),
            (from, to) -> Hit.ofType(from, to, type, written(sentence, match)),
            hits);
      }
    }
    addVariants(sentence, hits);
    for (Hit noun : nouns) {
      boolean taken = hits.stream().anyMatch(h -> h.from() < noun.to() && noun.from() < h.to());
      boolean party = sides.stream().anyMatch(p -> p.from() < noun.to() && noun.from() < p.to());
      boolean verb =
          noun.to() == noun.from() + 1
              && sentence.token(noun.from()).isVerb()
              && !sentence.token(noun.from()).is("compound", "amod");
      boolean carrier =
          noun.to() == noun.from() + 1
              && (Boolean.FALSE.equals(collectives.get(sentence.token(noun.from()).lemma()))
                  || noItems.contains(sentence.token(noun.from()).lemma()));
      boolean surname =
          noun.from() > 0
              && noun.to() < sentence.size()
              && sentence.token(noun.from()).text().equals("Van")
              && sentence.token(noun.to()).isName();
      if (!taken && !party && !verb && !carrier && !surname) {
        hits.add(noun);
      }
    }
    hits.removeIf(hit -> hit.designation().isPresent() && inside(hit, sides, nouns));
    addUnknown(sentence, hits);
    hits.sort(Comparator.comparingInt(Hit::from));
    return hits;
  }

  private static void addNoun(
      Sentence sentence, NameIndex.Match<EquipmentNoun> match, List<Hit> nouns) {
    addHit(
        sentence,
        match.start(),
        match.end(),
        (from, to) -> Hit.ofNoun(from, to, match.value()),
        nouns);
  }

  /** "Royal Navy ships": a noun that would begin within a party's name begins behind it. */
  private NameIndex.Match<EquipmentNoun> behindParty(
      String text,
      Sentence sentence,
      NameIndex.Match<EquipmentNoun> match,
      List<PartyMention> sides) {
    return sides.stream()
        .map(side -> sentence.token(side.to() - 1).end())
        .filter(end -> match.start() < end && end < match.end())
        .flatMap(end -> equipment.nouns().find(text, end, match.end()).stream())
        .filter(shorter -> shorter.end() == match.end())
        .findFirst()
        .orElse(match);
  }

  // ---- which of several types of one name

  /**
   * Of several types with one name the one whose category the noun after it has, else the first.
   */
  private static Designation suited(
      Sentence sentence, NameIndex.Match<Designation> match, List<Hit> nouns) {
    int to = tokenEnding(sentence, match.end());
    for (Designation type : match.values()) {
      boolean named =
          nouns.stream()
              .anyMatch(
                  n ->
                      n.from() >= to
                          && n.from() <= to + 3
                          && n.noun().orElseThrow().category() == type.category());
      if (named) {
        return type;
      }
    }
    return match.value();
  }

  /**
   * The most specific type that is written: "T-6C" where the catalogue has it as another name of a
   * whole family; and "MiG-29s" are several of the type, not the "MiG-29S".
   */
  private Designation asWritten(
      Sentence sentence, NameIndex.Match<Designation> match, Designation type) {
    if (isPlural(sentence, match)) {
      String written = sentence.text(match.start(), match.end());
      String one = written.substring(0, written.length() - 1);
      return equipment.names().find(one).stream()
          .filter(m -> m.start() == 0 && m.end() == one.length())
          .map(NameIndex.Match::value)
          .findFirst()
          .orElseGet(() -> type.base().equals(one) ? baseOf(type) : type);
    }
    String code = code(match.name(), type);
    String plain = plain(code);
    String known = plain(type.name());
    boolean other = !plain.isEmpty() && !known.contains(plain) && !plain.contains(known);
    return other
        ? new Designation(
            code, type.category(), type.makers(), Optional.of(type.base()), type.type())
        : type;
  }

  /** A name as the report writes it, in the singular. */
  private static String written(Sentence sentence, NameIndex.Match<Designation> match) {
    String text = sentence.text(match.start(), match.end()).replaceAll("\\s+", " ");
    return text.endsWith("s") && !match.name().toLowerCase(Locale.ROOT).endsWith("s")
        ? text.substring(0, text.length() - 1)
        : text;
  }

  private static Designation baseOf(Designation variant) {
    return new Designation(
        variant.base(), variant.category(), variant.makers(), variant.family(), variant.type());
  }

  private static boolean isPlural(Sentence sentence, NameIndex.Match<Designation> match) {
    return match.name().endsWith("S")
        && PLURAL_CODE.matcher(sentence.text(match.start(), match.end())).find();
  }

  /** The part of a name that is a code, without maker and nickname; empty where there is none. */
  private static String code(String name, Designation type) {
    List<String> words = List.of(name.split(" ", -1));
    boolean sameFamily = type.name().startsWith(words.getFirst() + " ");
    for (int i = 0; i < words.size(); i++) {
      if (hasDigit(words.get(i))) {
        boolean whole = Character.isLetter(words.get(i).charAt(0));
        return whole ? words.get(i) : sameFamily ? String.join(" ", words.subList(0, i + 1)) : "";
      }
    }
    return "";
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }

  /**
   * Whether a type's name is but part of a party's, or a party's name with no noun for equipment
   * after it.
   */
  private static boolean inside(Hit hit, List<PartyMention> sides, List<Hit> nouns) {
    boolean nounAfter = nouns.stream().anyMatch(n -> n.from() == hit.to());
    return sides.stream()
        .anyMatch(
            p ->
                p.from() <= hit.from()
                    && hit.to() <= p.to()
                    && (p.to() - p.from() > hit.to() - hit.from() || !nounAfter));
  }

  private static void addHit(
      Sentence sentence,
      int start,
      int end,
      BiFunction<Integer, Integer, Hit> hit,
      List<Hit> hits) {
    int from = tokenAt(sentence, start);
    int to = tokenEnding(sentence, end);
    if (from >= 0 && to > from && hits.stream().noneMatch(h -> h.from() < to && from < h.to())) {
      hits.add(hit.apply(from, to));
    }
  }

  /** A word that is also a type's name is one beside a noun for equipment, or once it is known. */
  private static boolean believable(
      Sentence sentence, NameIndex.Match<Designation> match, List<Hit> nouns, Set<String> sure) {
    int from = tokenAt(sentence, match.start());
    int to = tokenEnding(sentence, match.end());
    if (from < 0 || to <= from || !Character.isUpperCase(sentence.token(from).text().charAt(0))) {
      return false;
    }
    Category category = match.value().category();
    boolean nounAfter =
        nouns.stream()
            .anyMatch(
                n ->
                    n.from() >= to
                        && n.from() <= to + 2
                        && sameWorld(n, category)
                        && sentence.words(to, n.from()).matches("[\\p{L}\\d -]*"));
    boolean known = sure.contains(match.value().name()) || sure.contains(match.value().base());
    boolean nounNear =
        nouns.stream()
            .anyMatch(
                n ->
                    n.noun().orElseThrow().category() == category
                        && n.noun().orElseThrow().sort() != EquipmentNoun.Sort.WEAK);
    boolean plural =
        sentence.token(to - 1).tag().equals("NNPS") || sentence.token(to - 1).lower().endsWith("s");
    boolean counted = from > 0 && sentence.token(from - 1).tag().equals("CD");
    boolean inName =
        from > 0
            && sentence.token(from - 1).isName()
            && sentence.token(from - 1).is("compound")
            && !nounAfter
            && !known;
    return nounAfter
        || !inName && (known || nounNear || plural && (counted || isOfState(sentence, from, to)));
  }

  /**
   * "Sent German Leopards": behind the adjective of a state stands no animal; as a subject it may
   * be a team.
   */
  private static boolean isOfState(Sentence sentence, int from, int to) {
    return from > 0
        && !sentence.token(to - 1).is("nsubj")
        && sentence.token(from - 1).tag().equals("JJ")
        && Character.isUpperCase(sentence.token(from - 1).text().charAt(0))
        && (from < 2 || !Character.isUpperCase(sentence.token(from - 2).text().charAt(0)));
  }

  private static boolean sameWorld(Hit noun, Category category) {
    EquipmentNoun n = noun.noun().orElseThrow();
    return n.category() == category
        || n.sort() == EquipmentNoun.Sort.WEAK
        || n.sort() == EquipmentNoun.Sort.SPECIFIC;
  }

  /** "Su-30SME" where the catalogue has "Su-30": a variant, in its base type's category. */
  private void addVariants(Sentence sentence, List<Hit> hits) {
    for (Token token : sentence.tokens()) {
      String word = stripPlural(token.text());
      boolean taken =
          hits.stream().anyMatch(h -> h.from() <= token.index() && token.index() < h.to());
      if (taken || word.length() < 3 || word.length() > 16 || !hasDigit(word)) {
        continue;
      }
      for (int cut = 1; cut <= 5 && cut < word.length() - 1; cut++) {
        String prefix = word.substring(0, word.length() - cut);
        String suffix = word.substring(word.length() - cut);
        if (!Character.isDigit(prefix.charAt(prefix.length() - 1))
            || !SUFFIX.matcher(suffix).matches()) {
          continue;
        }
        List<NameIndex.Match<Designation>> base = equipment.names().find(prefix);
        if (base.size() == 1
            && base.getFirst().start() == 0
            && base.getFirst().end() == prefix.length()) {
          Designation type = base.getFirst().value();
          Designation variant =
              new Designation(
                  type.name() + suffix,
                  type.category(),
                  type.makers(),
                  Optional.of(type.base()),
                  type.type());
          hits.add(Hit.ofType(token.index(), token.index() + 1, variant, variant.name()));
          break;
        }
      }
    }
  }

  private static String stripPlural(String word) {
    return word.length() > 3 && word.endsWith("s") && Character.isUpperCase(word.charAt(0))
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  /** A name shaped like a type's, right before a noun that names a kind of weapon. */
  private static void addUnknown(Sentence sentence, List<Hit> hits) {
    List<Hit> more = new ArrayList<>();
    for (Hit hit : hits) {
      int at = hit.from() - 1;
      boolean weapon = hit.noun().filter(n -> n.sort() == EquipmentNoun.Sort.SPECIFIC).isPresent();
      if (weapon
          && at >= 0
          && SHAPE.matcher(stripPlural(sentence.token(at).text())).matches()
          && hits.stream().noneMatch(h -> h.from() <= at && at < h.to())) {
        Designation unknown =
            new Designation(
                stripPlural(sentence.token(at).text()),
                hit.noun().orElseThrow().category(),
                List.of(),
                Optional.empty(),
                hit.noun().orElseThrow().noun());
        more.add(Hit.ofType(at, at + 1, unknown, unknown.name()));
      }
    }
    hits.addAll(more);
  }

  /**
   * Index of the last hit of the phrase that starts with a hit: "AIM-120D | air-to-air missiles".
   */
  private int lastOfPhrase(Sentence sentence, List<Hit> hits, int first) {
    int last = first;
    while (last + 1 < hits.size() && continues(sentence, hits.get(last), hits.get(last + 1))) {
      last++;
    }
    return last;
  }

  private boolean continues(Sentence sentence, Hit hit, Hit next) {
    int gap = next.from() - hit.to();
    if (gap < 0 || gap > WIDEST_GAP) {
      return false;
    }
    if (collects(sentence, hit, next)) {
      return true;
    }
    boolean twoTypes = hit.designation().isPresent() && next.designation().isPresent();
    if (twoTypes) {
      return sameType(hit.designation().get(), next.designation().get())
          && sentence.words(hit.to(), next.from()).matches("\\(?");
    }
    boolean bracketed =
        gap == 1 && sentence.token(hit.to()).text().equals("(") && next.designation().isPresent();
    if (bracketed) {
      return true;
    }
    for (int i = hit.to(); i < next.from(); i++) {
      Token token = sentence.token(i);
      boolean modifier =
          token.isNoun()
              || token.tag().startsWith("JJ")
              || token.tag().equals("CD")
              || token.text().equals(")")
              || token.text().equals("/");
      if (!modifier) {
        return false;
      }
    }
    return hit.to() == next.from() || gapIsModifier(sentence, hit, next);
  }

  /** "Five squadrons of the Russian system": the first noun only gathers the second. */
  private boolean collects(Sentence sentence, Hit hit, Hit next) {
    boolean collective =
        hit.designation().isEmpty()
            && collectives.containsKey(sentence.token(hit.to() - 1).lemma());
    if (!collective
        || hit.to() >= sentence.size()
        || !sentence.token(hit.to()).lower().equals("of")) {
      return false;
    }
    for (int i = hit.to() + 1; i < next.from(); i++) {
      if (!sentence.token(i).tag().matches("DT|JJ.*|NN.*|CD|VBN|PRP\\$|RB")) {
        return false;
      }
    }
    return true;
  }

  private static boolean gapIsModifier(Sentence sentence, Hit hit, Hit next) {
    return sentence.dominates(next.to() - 1, hit.to() - 1) || next.from() - hit.to() <= 2;
  }

  private static boolean sameType(Designation a, Designation b) {
    return a.base().equals(b.base())
        || a.category() == b.category() && a.makers().equals(b.makers());
  }

  private ItemMention mention(
      String text,
      Sentence sentence,
      List<Hit> phrase,
      List<ItemMention> before,
      List<MoneyReader.Sum> sums) {
    Hit first = phrase.getFirst();
    Hit last = phrase.getLast();
    Optional<Designation> type =
        phrase.stream().flatMap(h -> h.designation().stream()).reduce(MentionReader::moreSpecific);
    Optional<EquipmentNoun> noun =
        phrase.stream().flatMap(h -> h.noun().stream()).reduce((a, b) -> b);
    int floor = before.isEmpty() ? 0 : before.getLast().to();
    int from = leftEdge(sentence, first.from(), floor);
    int to = last.to();
    if (last.designation().isPresent()
        && to < sentence.size()
        && sentence.token(to).text().equals(")")
        && first.from() < last.from()) {
      to++;
    }
    int head = headOf(sentence, first.from(), last.to());
    Category category = category(type, noun);
    boolean goods =
        type.isEmpty()
            && noun.filter(n -> n.sort() == EquipmentNoun.Sort.WEAK).isPresent()
            && phrase.stream()
                .flatMap(h -> h.noun().stream())
                .anyMatch(n -> n.sort() == EquipmentNoun.Sort.CIVIL);
    boolean civil = goods || type.filter(t -> civilTypes.contains(t.type())).isPresent();
    if (civil) {
      category = Category.OTHER;
    }
    EquipmentNoun.Sort sort =
        civil
            ? EquipmentNoun.Sort.CIVIL
            : type.isPresent()
                ? EquipmentNoun.Sort.SPECIFIC
                : noun.map(EquipmentNoun::sort).orElse(EquipmentNoun.Sort.WEAK);
    int nameFrom =
        last.from() > first.to() && collects(sentence, first, last) ? last.from() : first.from();
    from = rangeFrom(sentence, afterSum(sentence, from, first.from(), sums), floor);
    Optional<Quantity> quantity = quantity(sentence, from, nameFrom, last.to(), sums);
    from = Math.min(from, Math.max(floor, boundFrom(sentence, from, nameFrom)));
    return new ItemMention(
        from,
        to,
        head,
        type,
        category,
        sort,
        quantity,
        definite(sentence, from, first.from()) && !isNamed(sentence, to),
        text.substring(sentence.token(from).start(), sentence.token(to - 1).end()),
        phrase.stream()
            .filter(h -> h.designation().isPresent() && h.designation().equals(type))
            .map(Hit::written)
            .findFirst());
  }

  private static Designation moreSpecific(Designation a, Designation b) {
    return b.family().isPresent() && a.name().equals(b.base()) ? b : a;
  }

  private static Category category(Optional<Designation> type, Optional<EquipmentNoun> noun) {
    Optional<Category> own =
        noun.map(EquipmentNoun::category)
            .filter(c -> c == Category.ENGINES || c == Category.SENSORS);
    if (type.isPresent()) {
      return own.orElse(type.get().category());
    }
    return noun.map(EquipmentNoun::category).orElse(Category.OTHER);
  }

  private static int headOf(Sentence sentence, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      int head = sentence.token(i).head();
      if (head < from || head >= to) {
        return i;
      }
    }
    return to - 1;
  }

  /** Where a phrase starts: its modifiers, numbers and determiners to the left. */
  private int leftEdge(Sentence sentence, int at, int floor) {
    int from = at;
    while (from > floor) {
      Token token = sentence.token(from - 1);
      boolean modifier =
          token.tag().startsWith("JJ")
              || token.tag().equals("CD")
              || token.isNoun()
              || token.tag().equals("VBN") && token.is("amod")
              || token.tag().matches("VBN|VBD")
                  && from - 2 >= floor
                  && sentence.token(from - 2).tag().equals("CD")
                  && !sentence.token(from).tag().matches("CD|DT")
              || token.tag().equals("DT")
              || token.tag().equals("PRP$")
              || token.tag().equals("RB")
                  && from < sentence.size()
                  && token.head() == from
                  && sentence.token(from).is("amod", "nummod")
              || token.tag().equals("POS")
              || token.tag().equals("PDT");
      boolean collectiveOf =
          token.lower().equals("of") && from - 2 >= floor && isCollective(sentence.token(from - 2));
      boolean qualifier =
          from < sentence.size()
              && List.of("CD", "DT").contains(sentence.token(from).tag())
              && isQualifier(sentence, floor, from);
      boolean bracket =
          token.text().equals(")")
              && from - 3 >= floor
              && sentence.token(from - 2).tag().equals("CD");
      if (bracket) {
        from -= 3;
        continue;
      }
      if (!modifier && !collectiveOf && !qualifier) {
        break;
      }
      boolean farNoun =
          token.isNoun()
              && !collectiveOf
              && !token.is("compound", "nmod:poss", "amod", "nummod")
              && !isCollective(token);
      boolean receiver =
          token.isName() && from < sentence.size() && sentence.token(from).tag().equals("CD");
      if (farNoun || receiver) {
        break;
      }
      from--;
    }
    return from;
  }

  private boolean isQualifier(Sentence sentence, int floor, int from) {
    for (int length = 1; length <= 3 && from - length >= floor; length++) {
      List<String> words = texts(sentence, from - length, Math.min(sentence.size(), from + 1));
      if (numbers.read(words, length).filter(r -> r.from() == 0).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean isCollective(Token token) {
    return collectives.containsKey(token.lemma().toLowerCase(Locale.ROOT))
        || collectives.containsKey(token.lower())
        || numbers.read(List.of(token.text()), 0).isPresent() && !token.tag().equals("JJ");
  }

  /** "A $90 million submarine contract": the sum is no part of the item's phrase. */
  private static int afterSum(Sentence sentence, int from, int to, List<MoneyReader.Sum> sums) {
    for (int i = to - 1; i >= from; i--) {
      int start = sentence.token(i).start();
      if (sums.stream().anyMatch(s -> s.start() <= start && start < s.end())) {
        return i + 1;
      }
    }
    return from;
  }

  /** Where the range starts that a phrase's number ends: "between 40 and 50 vehicles". */
  private int rangeFrom(Sentence sentence, int from, int floor) {
    int low = from - 2;
    if (low < floor
        || !sentence.token(from).tag().equals("CD")
        || !sentence.token(low).tag().equals("CD")) {
      return from;
    }
    boolean range =
        numbers
            .read(texts(sentence, 0, sentence.size()), low)
            .filter(reading -> reading.to() > from)
            .isPresent();
    return range ? low : from;
  }

  private Optional<Quantity> quantity(
      Sentence sentence, int from, int nameFrom, int to, List<MoneyReader.Sum> sums) {
    List<String> words = texts(sentence, 0, to);
    for (int i = from; i + 1 < nameFrom; i++) {
      if (sentence.token(i).lower().matches("first|second|third|last|latest|one")
          && sentence.token(i + 1).lower().equals("of")) {
        boolean vague =
            i + 2 < nameFrom
                && sentence.token(i + 2).lower().matches("the|its|their|these|those")
                && sentence.token(i).lower().equals("first")
                && sentence.token(to - 1).tag().endsWith("S");
        return vague ? Optional.empty() : Optional.of(Quantity.exactly(1));
      }
    }
    Optional<NumberReader.Reading> best = Optional.empty();
    for (int i = from; i < nameFrom; i++) {
      Optional<NumberReader.Reading> reading = numbers.read(words, i);
      if (reading.isEmpty()) {
        continue;
      }
      int number = sentence.token(i).start();
      boolean counts =
          sums.stream().noneMatch(s -> s.start() <= number && number < s.end())
              && !measures(sentence, reading.get().to(), nameFrom)
              && countsItem(sentence, reading.get(), nameFrom);
      boolean inner =
          i > from + 1
              && sentence.token(i - 1).lower().equals("of")
              && collectives.containsKey(sentence.token(i - 2).lemma());
      if (counts && (best.isEmpty() || inner)) {
        best = reading;
      }
      i = reading.get().to() - 1;
    }
    if (best.isPresent()) {
      return best.map(NumberReader.Reading::quantity);
    }
    return single(sentence, from, nameFrom, to);
  }

  /** Where the words start that bound a phrase's number: "at least two squadrons". */
  private int boundFrom(Sentence sentence, int from, int nameFrom) {
    List<String> words = texts(sentence, 0, nameFrom);
    for (int i = from; i < nameFrom; i++) {
      Optional<NumberReader.Reading> reading = numbers.read(words, i);
      if (reading.isPresent()) {
        return reading.get().from();
      }
    }
    return from;
  }

  private boolean measures(Sentence sentence, int after, int nameFrom) {
    if (after >= sentence.size() || after > nameFrom) {
      return false;
    }
    Token next = sentence.token(after);
    return measures.contains(next.lemma().toLowerCase(Locale.ROOT))
        || measures.contains(next.lower());
  }

  /**
   * A number before a collective that only carries ("6,700 containers of shells") counts nothing.
   */
  private boolean countsItem(Sentence sentence, NumberReader.Reading reading, int nameFrom) {
    for (int i = reading.to(); i + 1 < nameFrom; i++) {
      if (sentence.token(i + 1).lower().equals("of")) {
        Boolean counts = collectives.get(sentence.token(i).lemma().toLowerCase(Locale.ROOT));
        return counts == null || counts;
      }
    }
    return true;
  }

  /** "A tanker", "the second battery of missiles": one of what the phrase counts in. */
  private Optional<Quantity> single(Sentence sentence, int from, int nameFrom, int to) {
    Token last = sentence.token(to - 1);
    for (int i = from; i + 1 < nameFrom; i++) {
      if (!sentence.token(i + 1).lower().equals("of")) {
        continue;
      }
      Boolean counts = collectives.get(sentence.token(i).lemma().toLowerCase(Locale.ROOT));
      if (Boolean.FALSE.equals(counts)) {
        return Optional.empty();
      }
      if (counts != null) {
        last = sentence.token(i);
      }
    }
    boolean plural = last.tag().matches("NNP?S") || last.text().endsWith("s");
    if (plural || to < sentence.size() && sentence.token(to).tag().matches("NNS?")) {
      return Optional.empty();
    }
    for (int i = from; i < nameFrom; i++) {
      String word = sentence.token(i).lower();
      boolean determiner =
          (word.equals("a") || word.equals("an") || word.equals("another")) && i == from;
      boolean ordinal =
          word.matches(
                  "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final")
              && !sentence.token(i + 1).lower().equals("hand");
      if (determiner || ordinal) {
        return Optional.of(Quantity.exactly(1));
      }
    }
    return Optional.empty();
  }

  private static boolean definite(Sentence sentence, int from, int nameFrom) {
    for (int i = from; i < nameFrom; i++) {
      String word = sentence.token(i).lower();
      if (word.matches("the|these|those|this|that|its|their|his|her|such|both")
          || word.equals("'s")
          || word.equals("\u2019s")) {
        return true;
      }
    }
    return false;
  }

  /** "The corvette TCG Akhisar": a name after the noun says which. */
  private static boolean isNamed(Sentence sentence, int to) {
    return to < sentence.size()
            && sentence.token(to).isName()
            && !sentence.token(to).is("nsubj", "nsubj:pass", "obj", "appos")
        || to < sentence.size()
            && sentence.token(to).text().matches("[A-Z]{2,4}|[A-Z][a-z]+")
            && sentence.token(to).isNoun()
            && to > 0
            && sentence.token(to - 1).is("compound");
  }

  private static List<String> texts(Sentence sentence, int from, int to) {
    return sentence.tokens().subList(from, to).stream()
        .map(t -> t.is("compound:prt") ? "_" : t.text())
        .toList();
  }

  private static int tokenAt(Sentence sentence, int start) {
    for (Token token : sentence.tokens()) {
      if (token.end() > start) {
        return token.start() <= start ? token.index() : -1;
      }
    }
    return -1;
  }

  private static int tokenEnding(Sentence sentence, int end) {
    for (Token token : sentence.tokens()) {
      if (token.end() >= end) {
        return token.index() + 1;
      }
    }
    return -1;
  }
}
