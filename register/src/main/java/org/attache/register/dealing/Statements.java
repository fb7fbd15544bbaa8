package org.attache.register.dealing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attache.claim.Claim;
import org.attache.claim.Stage;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.quantity.Quantity;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.HeldClaim;
import org.attache.time.Interval;

/** Takes claims apart into what they say of single fields. */
final class Statements {
  /** Numbers and dates that go with one sort of step are comparable: part of a lot may arrive. */
  enum Step {
    PLAN,
    ARRIVAL,
    END;

    static Step of(Stage stage) {
      return switch (stage) {
        case CONSIDERED, SOUGHT, OFFERED, NEGOTIATED, APPROVED, AGREED, ORDERED -> PLAN;
        case UNDER_WAY, DELIVERED -> ARRIVAL;
        case SUSPENDED, CANCELLED, REFUSED -> END;
      };
    }
  }

  /**
   * What a claim says of a field.
   *
   * @param field the field
   * @param of what within it
   * @param text the value, for people
   * @param amount the value as a range of numbers, where it is one
   * @param held the claim
   */
  record Statement(
      FieldName field, String of, String text, Optional<Amount> amount, HeldClaim held) {}

  /** A range, of numbers or of days, for one sort of step. */
  record Amount(Step step, Quantity range) {}

  private final Families families;

  Statements(Families families) {
    this.families = families;
  }

  List<Statement> of(HeldClaim held) {
    Claim claim = held.claim();
    return Stream.of(
            claim.supplier().stream().map(p -> plain(FieldName.SUPPLIER, p.name(), held)),
            claim.recipient().stream().map(p -> plain(FieldName.RECIPIENT, p.name(), held)),
            claim.participants().stream().map(p -> plain(FieldName.PARTICIPANTS, p.name(), held)),
            claim.items().stream().map(item -> plain(FieldName.ITEMS, name(item), held)),
            claim.items().stream().flatMap(item -> quantity(item, held).stream()),
            claim.value().stream().map(value -> value(value, held)),
            claim.when().stream().flatMap(when -> when(when, held).stream()),
            claim.withheld().stream().map(w -> plain(FieldName.WITHHELD, w.code(), held)))
        .flatMap(statements -> statements)
        .toList();
  }

  private static Statement plain(FieldName field, String text, HeldClaim held) {
    return new Statement(field, "", text, Optional.empty(), held);
  }

  /** A type's name as reports write it, or the words for a thing without one. */
  private static String name(Item item) {
    return item.designation().orElse(item.text());
  }

  private Optional<Statement> quantity(Item item, HeldClaim held) {
    String of = item.designation().map(families::of).orElse(item.category().code());
    return item.quantity()
        .map(
            quantity ->
                new Statement(
                    FieldName.QUANTITY,
                    of,
                    Amounts.text(quantity),
                    Optional.of(new Amount(step(held), quantity)),
                    held));
  }

  /** What is due on a day to come is a delivery, and may be a part of what was ordered. */
  private static Step step(HeldClaim held) {
    boolean due =
        held.claim()
            .when()
            .flatMap(when -> when.from().or(when::to))
            .filter(day -> day.isAfter(held.origin().day()))
            .isPresent();
    return due ? Step.ARRIVAL : Step.of(held.claim().stage());
  }

  private static Statement value(Value value, HeldClaim held) {
    return new Statement(
        FieldName.VALUE,
        value.currency(),
        value.currency() + " " + Amounts.text(value.amount()),
        Optional.of(new Amount(Step.of(held.claim().stage()), value.amount())),
        held);
  }

  private static Optional<Statement> when(Interval when, HeldClaim held) {
    Optional<LocalDate> from = when.from().or(when::to);
    Optional<LocalDate> to = when.to().or(when::from);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Stage stage = held.claim().stage();
    boolean due = from.get().isAfter(held.origin().day());
    String text = from.equals(to) ? from.get().toString() : from.get() + " to " + to.get();
    return Optional.of(
        new Statement(
            FieldName.WHEN,
            stage.code() + (due ? ", due" : ""),
            text,
            Optional.of(
                new Amount(
                    Step.of(stage),
                    Quantity.between(
                        Math.max(0, from.get().toEpochDay()), Math.max(0, to.get().toEpochDay())))),
            held));
  }
}
