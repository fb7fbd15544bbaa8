package org.attache.register.exchange;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attache.claim.Claim;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.equipment.Item;
import org.attache.party.Party;
import org.attache.register.dealing.Contradiction;
import org.attache.register.dealing.Dealing;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.HeldClaim;

/**
 * Orders and deliveries in the columns of SIPRI's trade register. What SIPRI measures itself (trend
 * indicator values) stays empty; a "?" in the column behind a figure says that reports differ in it
 * or leave it open.
 */
public final class SipriCsv {
  /** The columns, as the site's own export has them: three are one blank. */
  static final List<String> COLUMNS =
      List.of(
          "Recipient",
          "Supplier",
          "Year of order",
          " ",
          "Number ordered",
          " ",
          "Weapon designation",
          "Weapon description",
          "Deliveries in the Year Range",
          " ",
          "Year(s) of delivery",
          "status",
          "Comments",
          "SIPRI TIV per unit",
          "SIPRI TIV for total order",
          "SIPRI TIV of delivered weapons");

  private final Families families;

  /** One that tells types apart by these. */
  public SipriCsv(Families families) {
    this.families = families;
  }

  /** Writes a header and a row for every type of every order that is asserted. */
  public void write(List<Dealing> dealings, Writer out) throws IOException {
    out.write(line(COLUMNS));
    for (Dealing dealing : dealings) {
      if (dealing.sides().kind() == org.attache.claim.Kind.ARMS_TRANSFER) {
        for (List<String> row : rows(dealing)) {
          out.write(line(row));
        }
      }
    }
  }

  private List<List<String>> rows(Dealing dealing) {
    List<HeldClaim> real =
        dealing.claims().stream()
            .filter(held -> held.claim().polarity() == Polarity.ASSERTED)
            .filter(held -> isReal(held.claim().stage()))
            .toList();
    TreeSet<String> types =
        real.stream()
            .flatMap(held -> held.claim().items().stream())
            .map(this::type)
            .collect(Collectors.toCollection(TreeSet::new));
    List<List<String>> rows = new ArrayList<>();
    types.forEach(type -> rows.add(row(dealing, real, type)));
    return rows;
  }

  private static boolean isReal(Stage stage) {
    return stage == Stage.ORDERED || stage == Stage.UNDER_WAY || stage == Stage.DELIVERED;
  }

  private String type(Item item) {
    return item.designation().map(families::of).orElse("~" + item.category().code());
  }

  private List<String> row(Dealing dealing, List<HeldClaim> real, String type) {
    List<HeldClaim> ordered = of(real, type, true);
    List<HeldClaim> arrived = of(real, type, false);
    Numbers order = numbers(ordered, type);
    Numbers arrival = numbers(arrived, type);
    List<String> years = years(arrived);
    Item item =
        real.stream()
            .flatMap(held -> held.claim().items().stream())
            .filter(one -> type(one).equals(type))
            .findFirst()
            .orElseThrow();
    List<String> ordersIn = years(ordered);
    return List.of(
        party(real, Claim::recipient),
        party(real, Claim::supplier),
        ordersIn.stream().findFirst().orElse(""),
        ordersIn.size() == 1 ? "" : "?",
        order.most(),
        order.sure() ? "" : "?",
        item.designation().orElse(""),
        item.category().code().replace('-', ' '),
        arrival.most(),
        arrival.sure() ? "" : "?",
        String.join("; ", years),
        "",
        comments(dealing),
        "",
        "",
        "");
  }

  private List<HeldClaim> of(List<HeldClaim> claims, String type, boolean orders) {
    return claims.stream()
        .filter(held -> (held.claim().stage() == Stage.ORDERED) == orders)
        .filter(held -> held.claim().items().stream().anyMatch(item -> type(item).equals(type)))
        .toList();
  }

  /** The number that is told most often, and whether it is the only one. */
  private record Numbers(String most, boolean sure) {}

  private Numbers numbers(List<HeldClaim> claims, String type) {
    List<Long> told =
        claims.stream()
            .flatMap(held -> held.claim().items().stream())
            .filter(item -> type(item).equals(type))
            .flatMap(item -> item.quantity().stream())
            .filter(quantity -> quantity.min().equals(quantity.max()))
            .map(quantity -> quantity.min().orElseThrow())
            .toList();
    Optional<Long> most =
        told.stream()
            .max(
                java.util.Comparator.<Long>comparingLong(
                        number -> told.stream().filter(number::equals).count())
                    .thenComparing(number -> number));
    return new Numbers(most.map(String::valueOf).orElse(""), told.stream().distinct().count() == 1);
  }

  private static List<String> years(List<HeldClaim> claims) {
    return claims.stream()
        .map(
            held ->
                held.claim()
                    .when()
                    .flatMap(when -> when.from().or(when::to))
                    .filter(day -> !day.isAfter(held.origin().day()))
                    .orElse(held.origin().day()))
        .map(LocalDate::getYear)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .toList();
  }

  private static String party(
      List<HeldClaim> claims, java.util.function.Function<Claim, Optional<Party>> side) {
    return claims.stream()
        .flatMap(held -> side.apply(held.claim()).stream())
        .map(Party::name)
        .findFirst()
        .orElse("unknown");
  }

  private static String comments(Dealing dealing) {
    List<String> comments = new ArrayList<>();
    comments.add(dealing.id());
    dealing.contradictions().stream().map(Contradiction::text).forEach(comments::add);
    comments.add(
        "sources: "
            + dealing.voices().stream()
                .map(voice -> voice.name())
                .collect(Collectors.joining(", ")));
    comments.add(
        "reports: "
            + dealing.claims().stream()
                .map(held -> held.origin().outlet() + " " + held.origin().day())
                .distinct()
                .collect(Collectors.joining(", ")));
    return String.join("; ", comments);
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\n";
  }
}
