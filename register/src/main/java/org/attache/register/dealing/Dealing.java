package org.attache.register.dealing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attache.claim.Stage;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Sides;
import org.attache.register.voice.Voice;

/**
 * A dealing: what is in the world that claims are about, as they have it.
 *
 * @param id what it is known by; that of a dealing which this one has become part of leads here too
 * @param sides who deals with whom
 * @param title it in a line, for people
 * @param stage the stage that it is last said to have reached
 * @param disputed whether somebody denies it
 * @param vague whether nobody says what it is about, as with "billions of dollars worth of arms"
 * @param values for every field its values, the best supported first
 * @param history its stages by the time that they were reached
 * @param first when its first report was published
 * @param last when its last one was
 * @param reports the keys of the reports that tell of it
 * @param voices its independent sources
 * @param contradictions values that cannot all be true
 * @param circles outlets that cite each other for it
 * @param claims all its claims, by publication
 */
public record Dealing(
    String id,
    Sides sides,
    String title,
    Stage stage,
    boolean disputed,
    boolean vague,
    Map<FieldName, List<FieldValue>> values,
    List<HistoryPoint> history,
    LocalDate first,
    LocalDate last,
    List<String> reports,
    List<Voice> voices,
    List<Contradiction> contradictions,
    List<String> circles,
    List<HeldClaim> claims) {
  /** The days of its reports, one for each report, in order. */
  public List<LocalDate> days() {
    Map<String, LocalDate> byReport = new HashMap<>();
    claims.forEach(held -> byReport.put(held.origin().report(), held.origin().day()));
    return byReport.values().stream().sorted().toList();
  }
}
