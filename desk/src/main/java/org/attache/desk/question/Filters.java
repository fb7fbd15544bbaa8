package org.attache.desk.question;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.desk.gate.Wrong;
import org.attache.desk.stock.Names;
import org.attache.equipment.Category;
import org.attache.register.store.Excerpt.Order;
import org.attache.register.store.Question;

/**
 * Filters as they stand in the address of a page: names of what they filter by, and what for. They
 * can be written back, so that every list has an address.
 */
public final class Filters {
  /** The names of filters, in the order in which they are written. */
  public static final List<String> NAMES =
      List.of(
          "supplier",
          "recipient",
          "party",
          "designation",
          "category",
          "kind",
          "stage",
          "source",
          "outlet",
          "since",
          "until",
          "contradicted",
          "as-of");

  private static final int LONGEST = 200;

  private final Map<String, String> values;
  private final Names names;

  private Filters(Map<String, String> values, Names names) {
    this.values = values;
    this.names = names;
  }

  /**
   * The filters that parameters make.
   *
   * @param parameter finds the value of a parameter; null or blank where there is none
   * @throws Wrong where a value is none
   */
  public static Filters of(
      Function<String, @org.jspecify.annotations.Nullable String> parameter, Names names) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = parameter.apply(name);
      if (value != null && !value.isBlank()) {
        if (value.length() > LONGEST) {
          throw Wrong.parameter(name, "It is longer than " + LONGEST + " characters. Shorten it.");
        }
        values.put(name, value.strip());
      }
    }
    Filters filters = new Filters(values, names);
    filters.question();
    return filters;
  }

  /** The filters that {@link #query()} wrote. */
  public static Filters parse(String query, Names names) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return of(values::get, names);
  }

  /** The value of a filter, as the user wrote it; empty where there is none. */
  public String get(String name) {
    return values.getOrDefault(name, "");
  }

  /** Whether nothing is filtered, the day apart. */
  public boolean none() {
    return values.keySet().stream().allMatch("as-of"::equals);
  }

  /** The same with another value; with none where that is empty. */
  public Filters with(String name, String value) {
    Map<String, String> other = new LinkedHashMap<>();
    for (String known : NAMES) {
      String kept = known.equals(name) ? value : get(known);
      if (!kept.isEmpty()) {
        other.put(known, kept);
      }
    }
    return new Filters(other, names);
  }

  /** As it stands behind the question mark of an address; empty where nothing is filtered. */
  public String query() {
    return values.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** An address with these filters. */
  public String at(String path) {
    return values.isEmpty() ? path : path + "?" + query();
  }

  /** An address with these filters and one more parameter. */
  public String at(String path, String name, String value) {
    return path
        + "?"
        + (values.isEmpty() ? "" : query() + "&")
        + name
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** In words: "supplier Sweden, stage ordered"; "everything" where nothing is filtered. */
  public String words() {
    String words =
        values.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("as-of"))
            .map(
                entry ->
                    entry.getKey().equals("contradicted")
                        ? "contradicted"
                        : entry.getKey() + " " + shown(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "everything" : words;
  }

  private String shown(String name, String value) {
    return switch (name) {
      case "supplier", "recipient", "party" -> names.side(names.key(value));
      default -> value;
    };
  }

  /** Only what is disputed, or on which values differ. */
  public boolean contradicted() {
    return values.containsKey("contradicted");
  }

  /** The day as of which the register is asked. */
  public Optional<LocalDate> asOf() {
    return day("as-of");
  }

  /**
   * The question.
   *
   * @throws Wrong where a value is none
   */
  public Question question() {
    return new Question(
        side("supplier"),
        side("recipient"),
        side("party"),
        value("designation"),
        constant("category", Category.values(), Category::code),
        constant("kind", Kind.values(), Kind::code),
        constant("stage", Stage.values(), Stage::code),
        value("source"),
        value("outlet"),
        day("since"),
        day("until"),
        asOf());
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private Optional<String> side(String name) {
    return value(name).map(names::key);
  }

  private Optional<LocalDate> day(String name) {
    return value(name).map(text -> day(name, text));
  }

  /**
   * A day.
   *
   * @throws Wrong where it is none
   */
  public static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Wrong.parameter(name, "A day is written like 2025-05-14.");
    }
  }

  private <E extends Enum<E>> Optional<E> constant(
      String name, E[] constants, Function<E, String> code) {
    return value(name).map(text -> constant(name, text, constants, code));
  }

  /**
   * A constant by its code.
   *
   * @throws Wrong where there is none
   */
  public static <E extends Enum<E>> E constant(
      String name, String text, E[] constants, Function<E, String> code) {
    return Arrays.stream(constants)
        .filter(constant -> code.apply(constant).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Wrong.parameter(
                    name,
                    "It is one of "
                        + Arrays.stream(constants).map(code).collect(Collectors.joining(", "))
                        + "."));
  }

  /** The order of a list by its name: "sources", and "-last" for the other way round. */
  public record Sorting(Order order, boolean descending) {
    /** The latest first. */
    public static final Sorting USUAL = new Sorting(Order.LAST, true);

    /**
     * Reads it.
     *
     * @throws Wrong where there is no such order
     */
    public static Sorting parse(String text) {
      boolean descending = text.startsWith("-");
      return new Sorting(
          constant("sort", descending ? text.substring(1) : text, Order.values(), Sorting::code),
          descending);
    }

    private static String code(Order order) {
      return order.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Writes it. */
    public String text() {
      return (descending ? "-" : "") + code(order);
    }
  }
}
