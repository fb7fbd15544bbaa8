package org.attache.desk.page;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attache.register.decision.Decision;
import org.attache.register.decision.Ruling;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Register;
import org.attache.register.store.ReportRoom;

/**
 * A decision, as pages show it.
 *
 * @param number its number
 * @param at when it was made
 * @param who who made it
 * @param what what was decided
 * @param reason why; may be empty
 * @param undone whether it was taken back
 * @param claims the numbers of the claims on this page that it is about
 */
record DecisionView(
    long number,
    String at,
    String who,
    String what,
    String reason,
    boolean undone,
    List<Integer> claims) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  static DecisionView of(Decision decision, List<Integer> claims) {
    return new DecisionView(
        decision.number(),
        TIME.format(decision.at()),
        Plain.line(decision.who()),
        Plain.line(words(decision.ruling())),
        Plain.line(decision.reason()),
        decision.undone(),
        claims);
  }

  private static String words(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Confirm confirm -> "confirmed";
      case Ruling.Reject reject -> "rejected: the report does not say this";
      case Ruling.Correct(String claim, String field, String json) ->
          "corrected " + field + " to " + json;
      case Ruling.Merge(String claim, String other) ->
          "merged: claims " + claim + " and " + other + " are about one dealing";
      case Ruling.Split split -> "set apart as a dealing of its own";
      case Ruling.Comment comment -> "commented";
      case Ruling.Undo(long decision) -> "took decision " + decision + " back";
    };
  }

  /** The decisions about claims, the first made first. */
  static List<DecisionView> about(
      Register register, List<HeldClaim> claims, Map<String, Integer> numbers) {
    return of(
        register.reports().decisionsAbout(claims.stream().map(HeldClaim::key).toList()), numbers);
  }

  /** Decisions with the claims on this page that they are about. */
  static List<DecisionView> of(List<ReportRoom.Decided> all, Map<String, Integer> numbers) {
    return all.stream()
        .map(
            decided ->
                of(
                    decided.decision(),
                    decided.claims().stream()
                        .map(key -> numbers.getOrDefault(key, 0))
                        .filter(number -> number > 0)
                        .toList()))
        .toList();
  }
}
