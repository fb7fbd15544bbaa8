package org.attache.register.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where claims are found by what they are about, so that not all with their sides are looked at.
 */
public interface TopicIndex extends ClaimIndex {
  /**
   * The claims with these sides that are about any of some topics.
   *
   * @param topics as {@link Signature#topics} has them
   */
  List<Signature> with(Sides sides, Set<String> topics);

  /** Whether any claim with these sides is about a topic. */
  boolean has(Sides sides, String topic);

  /** The claims with these sides that stand in any of some reports. */
  List<Signature> inReports(Sides sides, Set<String> reports);

  /**
   * The claims with these sides that do not say what they are about and speak of a time that meets
   * some days.
   */
  List<Signature> vague(Sides sides, LocalDate from, LocalDate to);

  /** The claims with these sides that do not say what they are about and were in a dealing. */
  List<Signature> vagueMembers(Sides sides, String founder);

  /** Those of some dealings, by their founders, in which a claim said so far what it is about. */
  Set<String> concrete(Set<String> founders);

  /**
   * Whether any claim with these sides tells one of some sums.
   *
   * @param vague whether of those that do not say what they are about, or of the others
   */
  boolean tellsWorth(Sides sides, Set<String> worths, boolean vague);

  /**
   * Two of the dealings so far, by their founders, or as many as there are, that have a claim with
   * these sides which says what it is about and speaks of a time that begins within some days.
   *
   * @param but dealings that are not meant
   */
  Set<String> near(Sides sides, LocalDate from, LocalDate to, Set<String> but);

  /**
   * The dealing, by its founder, that each of the claims with these sides was in so far which are
   * about any of some topics.
   */
  Map<String, String> lots(Sides sides, Set<String> topics);
}
