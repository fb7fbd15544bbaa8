package org.attache.register.store;

import java.time.LocalDate;
import java.util.Optional;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.equipment.Category;

/**
 * What is wanted of the register; what is absent does not matter.
 *
 * @param supplier key of who hands over
 * @param recipient key of who gets
 * @param party key of any side
 * @param designation a type, in any spelling; its variants count too
 * @param category a sort of thing
 * @param kind what is said of the sides
 * @param stage how far the dealing has got
 * @param source part of the name of one who asserts
 * @param outlet part of the name of who published it
 * @param since reports of that day or later
 * @param until reports of that day or earlier
 * @param asOf the register as the reports published until then had it
 */
public record Question(
    Optional<String> supplier,
    Optional<String> recipient,
    Optional<String> party,
    Optional<String> designation,
    Optional<Category> category,
    Optional<Kind> kind,
    Optional<Stage> stage,
    Optional<String> source,
    Optional<String> outlet,
    Optional<LocalDate> since,
    Optional<LocalDate> until,
    Optional<LocalDate> asOf) {
  /** Everything, as of today. */
  public static final Question ALL =
      new Question(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same question about the register as of a day. */
  public Question asOf(LocalDate day) {
    return new Question(
        supplier,
        recipient,
        party,
        designation,
        category,
        kind,
        stage,
        source,
        outlet,
        since,
        until,
        Optional.of(day));
  }

  /** The same question about dealings at another stage, or at any. */
  public Question at(Optional<Stage> other) {
    return new Question(
        supplier,
        recipient,
        party,
        designation,
        category,
        kind,
        other,
        source,
        outlet,
        since,
        until,
        asOf);
  }

  /** The dealings of this party, as supplier, as recipient or as any side. */
  public static Question of(
      Optional<String> supplier, Optional<String> recipient, Optional<String> party) {
    return new Question(
        supplier,
        recipient,
        party,
        ALL.designation,
        ALL.category,
        ALL.kind,
        ALL.stage,
        ALL.source,
        ALL.outlet,
        ALL.since,
        ALL.until,
        ALL.asOf);
  }

  /** The dealings on a type. */
  public static Question on(String type) {
    return new Question(
        ALL.supplier,
        ALL.recipient,
        ALL.party,
        Optional.of(type),
        ALL.category,
        ALL.kind,
        ALL.stage,
        ALL.source,
        ALL.outlet,
        ALL.since,
        ALL.until,
        ALL.asOf);
  }

  /** The dealings that a source tells of. */
  public static Question saidBy(String source) {
    return new Question(
        ALL.supplier,
        ALL.recipient,
        ALL.party,
        ALL.designation,
        ALL.category,
        ALL.kind,
        ALL.stage,
        Optional.of(source),
        ALL.outlet,
        ALL.since,
        ALL.until,
        ALL.asOf);
  }
}
