package org.attache.register.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.claim.Stage;
import org.attache.register.dealing.Dealing;
import org.attache.register.resolution.HeldClaim;

/** Lists and counts of dealings, for those who look before they ask. */
public interface Catalogue {
  /** A part of a list. */
  List<DealingLine> dealings(Excerpt excerpt);

  /** How many dealings there are at each stage, whatever stage the question asks for. */
  Map<Stage, Integer> stages(Question question, boolean contradicted);

  /** The days of the reports on each of these dealings, in order, by the dealing's id. */
  Map<String, List<LocalDate>> days(Collection<String> dealings);

  /** How many dealings of a question lead from whom to whom. */
  List<Flow> flows(Question question);

  /**
   * What dealings are about: types, and behind a tilde sorts of things; the most frequent first.
   */
  List<Tally> subjects(Question question);

  /** Who asserts what, those with most dealings first. */
  List<SourceLine> sources(Optional<String> name, int most);

  /** How many claims that count were reported on each day since this one, the latest first. */
  List<Tally> claimsByDay(LocalDate since);

  /**
   * A part of the claims that count, by publication.
   *
   * @param from how many come before it
   * @param most how many it has at most
   */
  List<HeldClaim> claims(Question question, long from, int most);

  /** The dealing of an id. */
  Optional<Dealing> dealing(String id);

  /** The dealings that these claims are part of, by the claims' keys. */
  Map<String, DealingLine> dealingsOf(Collection<String> claims);
}
