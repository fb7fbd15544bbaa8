package org.attache.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.attache.claim.Stage;
import org.attache.dealing.DealingWord;
import org.attache.dealing.DealingWords;
import org.attache.dealing.Role;
import org.attache.equipment.Category;
import org.attache.equipment.Designation;
import org.attache.equipment.Equipment;
import org.attache.equipment.EquipmentNoun;
import org.attache.fixture.Models;
import org.attache.language.ParseRepairs;
import org.attache.language.TagRepairs;
import org.attache.lexicon.NameIndex.Match;
import org.attache.money.MoneyReader;
import org.attache.party.Parties;
import org.attache.party.PartyName;
import org.attache.quantity.NumberReader;
import org.attache.reading.Reader;
import org.attache.report.English;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables that travel with Attaché: whole, well-formed, and found again through their loaders.
 */
class LexiconTablesTest {
  private static final Tables BUILT_IN = Tables.builtIn();

  private static Parties parties;
  private static Equipment equipment;
  private static DealingWords dealingWords;

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    parties = new Parties(BUILT_IN);
    equipment = new Equipment(BUILT_IN);
    dealingWords = new DealingWords(BUILT_IN);
  }

  // ---- form

  @TestFactory
  List<DynamicTest> is_well_formed() throws IOException {
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThan(45);
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> checkForm(file)))
        .toList();
  }

  private static void checkForm(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(text).doesNotContain("\r").endsWith("\n");
    List<String> lines = text.lines().toList();
    List<String> comments = lines.stream().takeWhile(line -> line.startsWith("#")).toList();
    assertThat(comments).anyMatch(line -> line.contains("GPL-3.0-or-later"));
    assertThat(comments).hasSizeGreaterThanOrEqualTo(2);
    List<String> rest = lines.subList(comments.size(), lines.size());
    assertThat(rest).hasSizeGreaterThan(1).noneMatch(String::isBlank);
    assertThat(rest).noneMatch(line -> line.startsWith("#"));
    for (String line : rest) {
      for (String cell : line.split("\t", -1)) {
        assertThat(cell).as(line).isEqualTo(cell.strip());
      }
    }
    assertThat(BUILT_IN.rows(name(file))).hasSize(rest.size() - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "states, 193",
    "companies, 150",
    "parties, 100",
    "leaders, 500",
    "places, 1000",
    "equipment-nouns, 300",
    "dealing-verbs, 150",
    "dealing-nouns, 80",
    "outlets, 300",
    "bodies, 300",
    "offices, 300",
    "currencies, 60"
  })
  void has_at_least_so_many_rows(String table, int least) {
    assertThat(BUILT_IN.rows(table)).hasSizeGreaterThanOrEqualTo(least);
  }

  @Test
  void at_least_200_verbs_tie_a_source_to_what_it_asserts() {
    assertThat(BUILT_IN.rows("cues"))
        .filteredOn(row -> row.get("sort").equals("verb"))
        .extracting(row -> row.get("phrase"))
        .hasSizeGreaterThanOrEqualTo(200)
        .contains("say", "deny", "claim", "announce", "report");
  }

  // ---- states

  @Test
  void regions_are_in_small_letters_and_of_states_that_are_known() {
    Set<String> codes = new HashSet<>();
    BUILT_IN.rows("states").forEach(row -> codes.add(row.get("code")));
    List<Row> regions = BUILT_IN.rows("regions");

    assertThat(regions).extracting(row -> row.get("name")).doesNotHaveDuplicates();
    for (Row region : regions) {
      assertThat(region.get("name")).isEqualTo(region.get("name").toLowerCase(Locale.ROOT));
      assertThat(codes).as(region.get("name")).containsAll(region.list("states"));
      assertThat(region.list("states")).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  // ---- equipment

  @Test
  void every_category_has_designations_and_nouns() {
    Map<Category, Integer> types = new HashMap<>();
    equipment.designations().forEach(type -> types.merge(type.category(), 1, Integer::sum));
    Set<Category> nouns = new HashSet<>();
    BUILT_IN
        .rows("equipment-nouns")
        .forEach(row -> nouns.add(row.constant("category", Category.class)));

    assertThat(equipment.designations()).hasSizeGreaterThanOrEqualTo(600);
    assertThat(nouns).containsExactlyInAnyOrder(Category.values());
    for (Category category : Category.values()) {
      if (category != Category.OTHER) {
        assertThat(types.getOrDefault(category, 0)).as(category.code()).isGreaterThan(50);
      }
    }
  }

  @Test
  void every_designation_is_found_by_its_name_and_its_aliases() throws IOException {
    List<String> lost = new ArrayList<>();
    int spellings = 0;
    for (Path file : files()) {
      for (Row row : equipmentRows(file)) {
        Set<String> words = new HashSet<>(row.list("words"));
        List<String> names = new ArrayList<>(row.list("aliases"));
        names.add(row.get("designation"));
        names.addAll(words);
        for (String name : names) {
          NameIndex<Designation> index =
              words.contains(name) ? equipment.words() : equipment.names();
          spellings++;
          if (!finds(index, name, row)) {
            lost.add(row.file() + ":" + row.line() + ": '" + name + "'");
          }
        }
      }
    }
    assertThat(spellings).isGreaterThan(5_000);
    assertThat(lost).isEmpty();
  }

  private static boolean finds(NameIndex<Designation> index, String name, Row row) {
    String sentence = "The " + name + " flew by.";
    return index.find(sentence).stream()
        .anyMatch(
            match ->
                match.start() == 4 + edge(name, true)
                    && match.end() >= 4 + edge(name, false)
                    && match.values().stream()
                        .anyMatch(
                            type ->
                                type.name().equals(row.get("designation"))
                                    && type.category().code().equals(row.get("category"))));
  }

  /** Where a name's first letter or digit stands, or where its last one ends. */
  private static int edge(String name, boolean first) {
    String plain = Folding.fold(name);
    int at = first ? 0 : plain.length() - 1;
    while (!Character.isLetterOrDigit(plain.charAt(at))) {
      at += first ? 1 : -1;
    }
    return first ? at : at + 1;
  }

  @Test
  void every_noun_is_found_in_singular_and_plural() {
    List<Row> rows = BUILT_IN.rows("equipment-nouns");
    assertThat(rows).hasSizeGreaterThan(300);
    List<String> lost = new ArrayList<>();
    for (Row row : rows) {
      String noun = row.get("noun");
      for (String written : List.of(noun, Spellings.plural(noun))) {
        boolean found =
            equipment.nouns().find("a " + written).stream()
                .anyMatch(m -> m.start() == 2 && m.values().stream().anyMatch(n -> is(n, noun)));
        if (!found) {
          lost.add(row.file() + ":" + row.line() + ": '" + written + "'");
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  private static boolean is(EquipmentNoun noun, String name) {
    return noun.noun().equals(name);
  }

  // ---- parties

  @Test
  void every_name_adjective_and_capital_of_a_state_leads_to_it() {
    List<Row> rows = BUILT_IN.rows("states");
    assertThat(rows).hasSizeGreaterThanOrEqualTo(193);
    List<String> lost = new ArrayList<>();
    for (Row row : rows) {
      Set<String> words = new HashSet<>(row.list("words"));
      Map<String, PartyName.Form> names = new HashMap<>();
      row.list("seats").forEach(name -> names.put(name, PartyName.Form.SEAT));
      row.list("demonyms").forEach(name -> names.put(name, PartyName.Form.DEMONYM));
      row.list("capital").forEach(name -> names.put(name, PartyName.Form.CAPITAL));
      row.list("adjectives").forEach(name -> names.put(name, PartyName.Form.ADJECTIVE));
      row.list("names").forEach(name -> names.put(name, PartyName.Form.STATE));
      names.put(row.get("name"), PartyName.Form.STATE);
      names.forEach(
          (name, form) -> {
            NameIndex<PartyName> index =
                words.contains(name) ? parties.doubtful() : parties.names();
            List<Match<PartyName>> found = index.find("in " + name);
            boolean leads =
                found.size() == 1
                    && found.getFirst().end() == 3 + edge(name, false)
                    && found.getFirst().values().stream()
                        .anyMatch(n -> n.form() == form && leadsTo(n, row.get("code")));
            if (!leads) {
              lost.add(row.get("code") + " '" + name + "' as " + form + ": " + found);
            }
          });
    }
    assertThat(lost).isEmpty();
  }

  private static boolean leadsTo(PartyName name, String code) {
    return name.party().state().filter(code::equals).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Moscow, RU, CAPITAL",
    "the Kremlin, RU, SEAT",
    "the Pentagon, US, SEAT",
    "U.S., US, STATE",
    "UK, GB, STATE",
    "Turkiye, TR, STATE",
    "Türkiye, TR, STATE",
    "Ivory Coast, CI, STATE",
    "Czech, CZ, ADJECTIVE",
    "Pyongyang, KP, CAPITAL",
    "the Poles, PL, DEMONYM"
  })
  void knows_who_is_meant_by(String words, String code, PartyName.Form form) {
    assertThat(parties.names().find(words))
        .extracting(
            match -> match.value().party().state().orElse(""), match -> match.value().form())
        .containsExactly(tuple(code, form));
  }

  @Test
  void every_state_that_a_row_names_is_known() {
    Map<String, String> columns = new HashMap<>();
    columns.put("companies", "state");
    columns.put("parties", "state");
    columns.put("leaders", "state");
    columns.put("outlets", "state");
    int seen = 0;
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, String> column : columns.entrySet()) {
      for (Row row : BUILT_IN.rows(column.getKey())) {
        for (String code : row.list(column.getValue())) {
          seen++;
          if (parties.state(code).isEmpty()) {
            unknown.add(row.file() + ":" + row.line() + ": " + code);
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(2_000);
    assertThat(unknown).isEmpty();
  }

  // ---- words of dealings

  @Test
  void every_verb_and_noun_of_dealings_is_found_by_its_lemma_and_has_legal_roles() {
    List<Row> verbs = BUILT_IN.rows("dealing-verbs");
    List<Row> nouns = BUILT_IN.rows("dealing-nouns");
    assertThat(verbs).hasSizeGreaterThan(150);
    assertThat(nouns).hasSizeGreaterThan(80);
    for (Row row : verbs) {
      String first = row.get("verb").split(" ")[0];
      assertThat(dealingWords.verbs(first))
          .as("%s:%s", row.file(), row.line())
          .anySatisfy(word -> assertIs(word, row.get("verb")));
    }
    for (Row row : nouns) {
      String noun = row.get("noun");
      assertThat(dealingWords.nouns(noun.substring(noun.lastIndexOf(' ') + 1)))
          .as("%s:%s", row.file(), row.line())
          .anySatisfy(word -> assertIs(word, noun));
    }
  }

  private static void assertIs(DealingWord word, String name) {
    assertThat(word.name()).isEqualTo(name);
    assertThat(word.roles()).isNotEmpty();
    assertThat(word.roles().keySet()).allMatch(place -> place.matches("[a-z]+"));
    assertThat(word.roles().values())
        .allSatisfy(
            roles -> assertThat(roles).isNotEmpty().doesNotHaveDuplicates().doesNotContainNull());
    assertThat(word.roles().values().stream().flatMap(List::stream))
        .as("%s has a side, an item or a dealing", name)
        .anyMatch(role -> role != Role.NONE && role != Role.THIRD);
  }

  @Test
  void every_stage_has_a_word_that_leads_to_it() {
    Set<Stage> stages = new HashSet<>();
    for (Row row : BUILT_IN.rows("dealing-verbs")) {
      for (DealingWord word : dealingWords.verbs(row.get("verb").split(" ")[0])) {
        word.stage().ifPresent(stages::add);
      }
    }
    assertThat(stages).containsExactlyInAnyOrder(Stage.values());
  }

  // ---- faults and additions

  @TestFactory
  List<DynamicTest> a_fault_is_named_with_file_and_line_in() throws IOException {
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThan(45);
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> assertFaultIsFound(name(file))))
        .toList();
  }

  private void assertFaultIsFound(String table) throws IOException {
    Path own = folder.resolve(table + ".tsv");
    Files.writeString(own, "# faulty\none\ttwo\nalone\nx\ty\nx\ty\n");
    Tables tables = Tables.with(folder);
    try {
      assertThatThrownBy(() -> loadAll(tables))
          .isInstanceOf(LexiconException.class)
          .hasMessageContaining(own + ":3: 1 cells, the header has 2")
          .hasMessageContaining(own + ":5: repeats an earlier line");
    } finally {
      Files.delete(own);
    }
  }

  /** Everything that loads tables. */
  private static List<Object> loadAll(Tables tables) {
    return List.of(
        new English(tables),
        new NumberReader(tables),
        new MoneyReader(tables),
        new DealingWords(tables),
        new ParseRepairs(tables),
        new TagRepairs(tables),
        new Reader(tables, Models.LANGUAGE));
  }

  @Test
  void an_unknown_category_is_refused() throws IOException {
    own("equipment-uav", "designation\tcategory\tmaker\taliases\twords\tfamily\ttype");
    own("equipment-uav", "Albatros 7\tbird\tPL\t\t\t\tdrone");

    assertThatThrownBy(() -> new Equipment(Tables.with(folder)))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("equipment-uav.tsv:2: 'bird' under 'category' is none of");
  }

  @Test
  void an_unknown_family_and_a_designation_twice_are_refused_at_once() throws IOException {
    own("equipment-uav", "designation\tcategory\tmaker\taliases\twords\tfamily\ttype");
    own("equipment-uav", "Albatros 7\tuav\tPL\t\t\tAlbatros 0\tdrone");
    own("equipment-uav", "Albatros 7\tuav\tCZ\t\t\t\tdrone");

    assertThatThrownBy(() -> new Equipment(Tables.with(folder)))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("equipment-uav.tsv:2: family 'Albatros 0' is no designation")
        .hasMessageContaining("equipment-uav.tsv:3: 'Albatros 7' is there already");
  }

  @Test
  void an_unknown_state_is_refused() throws IOException {
    own("leaders", "name\tstate\toffice\tfrom\tto\tnames");
    own("leaders", "Jana Nováková\tZZ\tpresident\t2020\t\t");

    assertThatThrownBy(() -> new Parties(Tables.with(folder)))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("leaders.tsv:2: unknown state");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "zorb, transfer, swapped, none, s=supplier, 'swapped' under 'stage' is no stage",
        "zorb, barter, agreed, none, s=supplier, 'barter' under 'kind' is none of",
        "zorb, transfer, agreed, maybe, s=supplier, 'maybe' under 'certainty' is none of",
        "zorb, transfer, agreed, none, s=giver, 'giver' is none of the roles",
        "zorb, transfer, agreed, none, supplier, 'supplier' is no role: write place=role",
        "zorb, transfer, agreed, none, s=supplier s=item, place 's' has roles twice",
        "sell, transfer, agreed, none, s=supplier, 'sell' is there already"
      })
  void a_verb_is_refused_that_says_nothing_known(
      String verb, String kind, String stage, String certainty, String roles, String message)
      throws IOException {
    own("dealing-verbs", "verb\tkind\tstage\trunning\tsupplier-stage\tcertainty\troles");
    own("dealing-verbs", String.join("\t", verb, kind, stage, "none", "none", certainty, roles));

    assertThatThrownBy(() -> new DealingWords(Tables.with(folder)))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("dealing-verbs.tsv:2: " + message);
  }

  @Test
  void a_company_twice_and_a_state_twice_are_refused() throws IOException {
    own("companies", "name\tstate\tkind\taliases\tparent\twords");
    own("companies", "Airbus\tFR\tcompany\t\t\t");
    assertThatThrownBy(() -> new Parties(Tables.with(folder)))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("companies.tsv:2: 'Airbus' is there already");

    own("states", "code\tname\tnames\tadjectives\tdemonyms\tcapital\tseats\twords");
    own("states", "PL\tPolska\t\t\t\t\t\t");
    assertThatThrownBy(() -> new Parties(Tables.with(folder)))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("states.tsv:2: code PL is there already");
  }

  @Test
  void a_folder_adds_its_rows_after_the_built_in_ones() throws IOException {
    own("equipment-uav", "# ours");
    own("equipment-uav", "designation\tcategory\tmaker\taliases\twords\tfamily\ttype");
    own("equipment-uav", "Albatros 7\tuav\tPL\tAlbatros VII\t\t\tdrone");
    own("companies", "name\tstate\tkind\taliases\tparent\twords");
    own("companies", "Zakłady Albatros\tPL\tcompany\tZA Albatros\t\t");
    Tables tables = Tables.with(folder);

    List<Row> rows = tables.rows("equipment-uav");
    assertThat(rows).hasSize(BUILT_IN.rows("equipment-uav").size() + 1);
    assertThat(rows.getLast().get("designation")).isEqualTo("Albatros 7");
    assertThat(rows.getLast().line()).isEqualTo(3);
    assertThat(new Equipment(tables).names().find("two Albatros-VIIs"))
        .extracting(match -> match.value().name())
        .containsExactly("Albatros 7");
    assertThat(new Parties(tables).names().find("a deal with ZA Albatros"))
        .extracting(match -> match.value().party().name())
        .containsExactly("Zakłady Albatros");
    assertThat(tables.rows("states")).isEqualTo(BUILT_IN.rows("states"));
  }

  @Test
  void a_folder_or_a_table_that_is_not_there_is_named() {
    assertThatThrownBy(() -> Tables.with(folder.resolve("nowhere")))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("nowhere: no such folder of lexicon tables");
    assertThatThrownBy(() -> BUILT_IN.rows("recipes"))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("recipes.tsv: no such table");
  }

  @Test
  void a_table_without_a_header_and_a_column_that_is_not_there_are_named() throws IOException {
    own("companies", "# nothing but this");
    assertThatThrownBy(() -> Tables.with(folder).rows("companies"))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("companies.tsv: has no header line");
    assertThatThrownBy(() -> BUILT_IN.rows("states").getFirst().get("anthem"))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("the table has no column 'anthem'");
  }

  /** Appends a line to the folder's table. */
  private void own(String table, String line) throws IOException {
    Path file = folder.resolve(table + ".tsv");
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.writeString(file, before + line + "\n", StandardCharsets.UTF_8);
  }

  private static List<Row> equipmentRows(Path file) {
    String name = name(file);
    return name.startsWith("equipment-") && !name.equals("equipment-nouns")
        ? BUILT_IN.rows(name)
        : List.of();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".tsv", "");
  }

  private static List<Path> files() throws IOException {
    URL states = Objects.requireNonNull(Tables.class.getResource("/lexicon/states.tsv"));
    try (Stream<Path> all =
        Files.list(Objects.requireNonNull(Path.of(states.toURI()).getParent()))) {
      return all.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    } catch (URISyntaxException e) {
      throw new AssertionError(states.toString(), e);
    }
  }
}
