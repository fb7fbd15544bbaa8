package org.attache.register.store;

import java.time.LocalDate;
import java.util.List;
import org.attache.register.dealing.Contradiction;
import org.attache.register.dealing.Dealing;

/**
 * A dealing in a list.
 *
 * @param id what it is known by
 * @param kind the kind of dealing
 * @param title it in a line
 * @param stage the stage that it is last said to have reached
 * @param disputed whether somebody denies it
 * @param vague whether nobody says what it is about
 * @param first when its first report was published
 * @param last when its last one was
 * @param reports how many reports tell of it
 * @param voices how many independent sources it has
 * @param claims how many claims
 * @param contradictions values that cannot all be true, a line each
 */
public record DealingLine(
    String id,
    String kind,
    String title,
    String stage,
    boolean disputed,
    boolean vague,
    LocalDate first,
    LocalDate last,
    int reports,
    int voices,
    int claims,
    List<String> contradictions) {
  /** Keeps a copy. */
  public DealingLine {
    contradictions = List.copyOf(contradictions);
  }

  /** That of a dealing. */
  public static DealingLine of(Dealing dealing) {
    return new DealingLine(
        dealing.id(),
        dealing.sides().kind().code(),
        dealing.title(),
        dealing.stage().code(),
        dealing.disputed(),
        dealing.vague(),
        dealing.first(),
        dealing.last(),
        dealing.reports().size(),
        dealing.voices().size(),
        dealing.claims().size(),
        dealing.contradictions().stream().map(Contradiction::text).toList());
  }
}
