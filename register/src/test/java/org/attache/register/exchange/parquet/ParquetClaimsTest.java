package org.attache.register.exchange.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.StructAccessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attache.claim.Certainty;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.claim.Withheld;
import org.attache.equipment.Category;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.quantity.Quantity;
import org.attache.register.Invented;
import org.attache.register.Reported;
import org.attache.register.dealing.Dealing;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Origin;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.attache.register.store.Registers;
import org.attache.source.Source;
import org.attache.time.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back by another hand's reader, and must be the claims again. */
class ParquetClaimsTest {
  @TempDir Path folder;

  /** A row as it was read back: the claim, and what stands beside it. */
  private record Back(
      String key,
      Claim claim,
      Optional<String> dealing,
      String report,
      String outlet,
      String title,
      Optional<String> url,
      Optional<LocalDate> published,
      LocalDate reported) {}

  private static byte[] written(Register register, Question question) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ParquetClaims.write(register.inquiry(), question, out);
    return out.toByteArray();
  }

  private static List<Back> read(byte[] file) throws IOException {
    List<Back> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
        RowReader row = reader.rowReader()) {
      while (row.hasNext()) {
        row.next();
        rows.add(
            new Back(
                text(row, "id"),
                claim(row),
                maybe(row, "dealing"),
                text(row, "report"),
                text(row, "outlet"),
                text(row, "title"),
                maybe(row, "url"),
                day(row, "published"),
                day(row, "reported").orElseThrow()));
      }
    }
    return rows;
  }

  private static Claim claim(StructAccessor row) {
    return new Claim(
        constant(row, "kind", Kind.values()).orElseThrow(),
        constant(row, "stage", Stage.values()).orElseThrow(),
        constant(row, "polarity", Polarity.values()).orElseThrow(),
        constant(row, "certainty", Certainty.values()).orElseThrow(),
        maybe(row, "supplier_name").map(name -> new Party(name, maybe(row, "supplier_state"))),
        maybe(row, "recipient_name").map(name -> new Party(name, maybe(row, "recipient_state"))),
        all(row, "participants", p -> new Party(text(p, "name"), maybe(p, "state"))),
        all(
            row,
            "items",
            item ->
                new Item(
                    maybe(item, "designation"),
                    constant(item, "category", Category.values()).orElseThrow(),
                    text(item, "text"),
                    range(item, "quantity"))),
        maybe(row, "value_currency")
            .map(
                currency ->
                    new Value(
                        currency, range(row, "value").orElseThrow(), text(row, "value_text"))),
        maybe(row, "when_text")
            .map(words -> new Interval(day(row, "when_from"), day(row, "when_to"), words)),
        withheld(row),
        all(row, "attribution", ParquetClaimsTest::source),
        all(
            row,
            "evidence",
            e -> new Evidence(e.getInt("start"), e.getInt("end"), text(e, "text"))),
        List.of());
  }

  private static Set<Withheld> withheld(StructAccessor row) {
    List<String> codes = list(row, "withheld").strings();
    return List.of(Withheld.values()).stream()
        .filter(withheld -> codes.contains(withheld.code()))
        .collect(Collectors.toSet());
  }

  private static Source source(PqStruct row) {
    Optional<LocalDate> from = day(row, "on_from");
    Optional<LocalDate> to = day(row, "on_to");
    return new Source(
        constant(row, "type", Source.Type.values()).orElseThrow(),
        maybe(row, "name"),
        maybe(row, "role"),
        maybe(row, "state"),
        maybe(row, "cue"),
        constant(row, "manner", Source.Manner.values()),
        from.isPresent() || to.isPresent()
            ? Optional.of(new Interval(from, to, ""))
            : Optional.empty());
  }

  private static PqList list(StructAccessor row, String column) {
    return Objects.requireNonNull(row.getList(column));
  }

  private static <T> List<T> all(StructAccessor row, String column, Function<PqStruct, T> read) {
    return list(row, column).structs().stream().map(read).toList();
  }

  private static String text(StructAccessor row, String column) {
    return Objects.requireNonNull(row.getString(column));
  }

  private static Optional<String> maybe(StructAccessor row, String column) {
    return row.isNull(column) ? Optional.empty() : Optional.of(text(row, column));
  }

  private static Optional<LocalDate> day(StructAccessor row, String column) {
    return row.isNull(column) ? Optional.empty() : Optional.of(row.getDate(column));
  }

  private static OptionalLong number(StructAccessor row, String column) {
    return row.isNull(column) ? OptionalLong.empty() : OptionalLong.of(row.getLong(column));
  }

  private static Optional<Quantity> range(StructAccessor row, String name) {
    OptionalLong min = number(row, name + "_min");
    OptionalLong max = number(row, name + "_max");
    return min.isPresent() || max.isPresent()
        ? Optional.of(new Quantity(min, max))
        : Optional.empty();
  }

  private static <E extends Enum<E>> Optional<E> constant(
      StructAccessor row, String column, E[] constants) {
    return maybe(row, column)
        .map(
            code ->
                List.of(constants).stream()
                    .filter(one -> one.name().equals(name(code)))
                    .findFirst()
                    .orElseThrow());
  }

  private static String name(String code) {
    return code.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static List<Back> expected(Register register, Question question) {
    Map<String, String> dealings = new HashMap<>();
    Question whole = question.asOf().map(Question.ALL::asOf).orElse(Question.ALL);
    for (Dealing dealing : register.inquiry().dealingsInFull(whole)) {
      dealing.claims().forEach(held -> dealings.put(held.key(), dealing.id()));
    }
    return register.inquiry().claims(question).stream()
        .map(held -> expected(held, register, dealings))
        .toList();
  }

  private static Back expected(HeldClaim held, Register register, Map<String, String> dealings) {
    Origin origin = held.origin();
    KeptReport report = register.inquiry().report(origin.report()).orElseThrow();
    return new Back(
        held.key(),
        withoutWords(held.claim()),
        Optional.of(Objects.requireNonNull(dealings.get(held.key()))),
        origin.report(),
        origin.outlet(),
        report.report().headline(),
        report.report().url(),
        report.report().published(),
        origin.day());
  }

  /**
   * The claim without what the columns leave out: its grounds, and words for days of statements.
   */
  private static Claim withoutWords(Claim claim) {
    return new Claim(
        claim.kind(),
        claim.stage(),
        claim.polarity(),
        claim.certainty(),
        claim.supplier(),
        claim.recipient(),
        claim.participants(),
        claim.items(),
        claim.value(),
        claim.when(),
        claim.withheld(),
        claim.attribution().stream()
            .map(source -> source.on(source.on().map(on -> new Interval(on.from(), on.to(), ""))))
            .toList(),
        claim.evidence(),
        List.of());
  }

  @Test
  void every_field_comes_back() throws IOException {
    try (Register register = Reported.in(folder)) {
      assertThat(read(written(register, Question.ALL)))
          .hasSize(7)
          .isEqualTo(expected(register, Question.ALL));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {91, 92, 93})
  void many_claims_come_back_in_their_order(long seed) throws IOException {
    try (Register register = Registers.empty(folder, "many")) {
      Invented.reports(seed, 200)
          .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      Question asOf = Question.ALL.asOf(LocalDate.of(2019, 6, 30));

      assertThat(read(written(register, Question.ALL)))
          .hasSizeGreaterThan(150)
          .isEqualTo(expected(register, Question.ALL));
      assertThat(read(written(register, asOf)))
          .hasSizeBetween(50, expected(register, Question.ALL).size() - 1)
          .isEqualTo(expected(register, asOf));
    }
  }

  @Test
  void no_claims_make_a_file_without_rows() throws IOException {
    try (Register register = Registers.empty(folder, "empty")) {
      assertThat(read(written(register, Question.ALL))).isEmpty();
    }
  }

  @Test
  void columns_are_named_as_the_fields_of_the_contract() {
    assertThat(ClaimColumns.SCHEMA.getFields().stream().map(field -> field.getName()))
        .containsExactly(
            "id",
            "dealing",
            "report",
            "url",
            "outlet",
            "title",
            "published",
            "reported",
            "kind",
            "stage",
            "polarity",
            "certainty",
            "supplier_name",
            "supplier_state",
            "recipient_name",
            "recipient_state",
            "participants",
            "items",
            "value_currency",
            "value_min",
            "value_max",
            "value_text",
            "when_from",
            "when_to",
            "when_text",
            "withheld",
            "attribution",
            "evidence");
  }

  @Test
  void the_same_register_gives_the_same_bytes() throws IOException {
    try (Register register = Reported.in(folder)) {
      assertThat(written(register, Question.ALL)).isEqualTo(written(register, Question.ALL));
    }
  }

  @Test
  void no_class_of_hadoop_is_there_as_in_the_program() {
    assertThatThrownBy(() -> Class.forName("org.apache.hadoop.conf.Configuration"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
