package org.attache.register.exchange.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Withheld;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.quantity.Quantity;
import org.attache.register.resolution.HeldClaim;
import org.attache.source.Source;
import org.attache.time.Interval;

/**
 * The columns that a claim is laid out in: one row a claim, lists where it has several of a thing.
 */
public final class ClaimColumns {
  /** What the format calls the one member of a list. */
  private static final String ELEMENT = "element";

  private static final String LIST = "list";

  /** The columns, in their order. */
  public static final MessageType SCHEMA =
      new MessageType(
          "claim",
          needed("id"),
          text("dealing"),
          needed("report"),
          text("url"),
          needed("outlet"),
          needed("title"),
          day("published"),
          Types.required(INT32).as(dateType()).named("reported"),
          needed("kind"),
          needed("stage"),
          needed("polarity"),
          needed("certainty"),
          text("supplier_name"),
          text("supplier_state"),
          text("recipient_name"),
          text("recipient_state"),
          list("participants", group(needed("name"), text("state"))),
          list(
              "items",
              group(
                  text("designation"),
                  needed("category"),
                  needed("text"),
                  number("quantity_min"),
                  number("quantity_max"))),
          text("value_currency"),
          number("value_min"),
          number("value_max"),
          text("value_text"),
          day("when_from"),
          day("when_to"),
          text("when_text"),
          list("withheld", needed(ELEMENT)),
          list(
              "attribution",
              group(
                  text("name"),
                  needed("type"),
                  text("role"),
                  text("state"),
                  text("cue"),
                  text("manner"),
                  day("on_from"),
                  day("on_to"))),
          list("evidence", group(place("start"), place("end"), needed("text"))));

  private ClaimColumns() {}

  private static PrimitiveType needed(String name) {
    return Types.required(BINARY).as(stringType()).named(name);
  }

  private static PrimitiveType text(String name) {
    return Types.optional(BINARY).as(stringType()).named(name);
  }

  private static PrimitiveType day(String name) {
    return Types.optional(INT32).as(dateType()).named(name);
  }

  private static PrimitiveType number(String name) {
    return Types.optional(INT64).named(name);
  }

  private static PrimitiveType place(String name) {
    return Types.required(INT32).named(name);
  }

  private static GroupType group(Type... fields) {
    return Types.requiredGroup().addFields(fields).named(ELEMENT);
  }

  private static GroupType list(String name, Type element) {
    return Types.requiredList().element(element).named(name);
  }

  /**
   * What of a report stands beside each of its claims.
   *
   * @param title its headline
   * @param url where it was published
   * @param published when, where that is known
   */
  public record Head(String title, Optional<String> url, Optional<LocalDate> published) {}

  /**
   * The row of a claim.
   *
   * @param dealing the dealing that it belongs to, where it does
   */
  public static Group row(HeldClaim held, Head report, Optional<String> dealing) {
    Claim claim = held.claim();
    Group row = new SimpleGroup(SCHEMA);
    row.add("id", held.key());
    put(row, "dealing", dealing);
    row.add("report", held.origin().report());
    put(row, "url", report.url());
    row.add("outlet", held.origin().outlet());
    row.add("title", report.title());
    day(row, "published", report.published());
    day(row, "reported", Optional.of(held.origin().day()));
    row.add("kind", claim.kind().code());
    row.add("stage", claim.stage().code());
    row.add("polarity", code(claim.polarity()));
    row.add("certainty", code(claim.certainty()));
    side(row, "supplier", claim.supplier());
    side(row, "recipient", claim.recipient());
    fill(row, "participants", claim.participants(), ClaimColumns::participant);
    fill(row, "items", claim.items(), ClaimColumns::item);
    claim.value().ifPresent(value -> value(row, value));
    claim.when().ifPresent(when -> when(row, when));
    Group withheld = row.addGroup("withheld");
    for (Withheld one : claim.withheld()) {
      withheld.addGroup(LIST).add(ELEMENT, one.code());
    }
    fill(row, "attribution", claim.attribution(), ClaimColumns::source);
    fill(row, "evidence", claim.evidence(), ClaimColumns::evidence);
    return row;
  }

  private static <T> void fill(
      Group row, String column, Collection<T> things, BiConsumer<Group, T> write) {
    Group list = row.addGroup(column);
    things.forEach(thing -> write.accept(list.addGroup(LIST).addGroup(ELEMENT), thing));
  }

  private static void side(Group row, String side, Optional<Party> party) {
    put(row, side + "_name", party.map(Party::name));
    put(row, side + "_state", party.flatMap(Party::state));
  }

  private static void participant(Group group, Party party) {
    group.add("name", party.name());
    put(group, "state", party.state());
  }

  private static void item(Group group, Item item) {
    put(group, "designation", item.designation());
    group.add("category", item.category().code());
    group.add("text", item.text());
    item.quantity().ifPresent(quantity -> range(group, "quantity", quantity));
  }

  private static void value(Group row, Value value) {
    row.add("value_currency", value.currency());
    range(row, "value", value.amount());
    row.add("value_text", value.text());
  }

  private static void when(Group row, Interval when) {
    day(row, "when_from", when.from());
    day(row, "when_to", when.to());
    row.add("when_text", when.text());
  }

  private static void source(Group group, Source source) {
    put(group, "name", source.name());
    group.add("type", code(source.type()));
    put(group, "role", source.role());
    put(group, "state", source.state());
    put(group, "cue", source.cue());
    put(group, "manner", source.manner().map(ClaimColumns::code));
    day(group, "on_from", source.on().flatMap(Interval::from));
    day(group, "on_to", source.on().flatMap(Interval::to));
  }

  private static void evidence(Group group, Evidence evidence) {
    group.add("start", evidence.start());
    group.add("end", evidence.end());
    group.add("text", evidence.text());
  }

  private static void range(Group group, String name, Quantity quantity) {
    put(group, name + "_min", quantity.min());
    put(group, name + "_max", quantity.max());
  }

  private static void put(Group group, String column, Optional<String> text) {
    text.ifPresent(value -> group.add(column, value));
  }

  private static void put(Group group, String column, OptionalLong number) {
    number.ifPresent(value -> group.add(column, value));
  }

  private static void day(Group group, String column, Optional<LocalDate> day) {
    day.ifPresent(value -> group.add(column, Math.toIntExact(value.toEpochDay())));
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
