package org.attache.dealing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.claim.Certainty;
import org.attache.claim.Stage;

/**
 * A verb or noun of dealings.
 *
 * @param phrase its lemma, and the words that must follow
 * @param verb whether it is a verb
 * @param kind what it says of the sides
 * @param stage how far the dealing has got by a completed statement
 * @param running the same by one that is running or begins; for a noun, by the bare phrase
 * @param supplierStage the stage where the subject would hand over, if another
 * @param light whether a stage of the dealing below it goes before its own ("sign a contract")
 * @param certainty what it does to certainty
 * @param roles the roles by place: "s", "o", "i", "poss", "mod", or a preposition
 */
public record DealingWord(
    List<String> phrase,
    boolean verb,
    DealingKind kind,
    Optional<Stage> stage,
    Optional<Stage> running,
    Optional<Stage> supplierStage,
    boolean light,
    Optional<Certainty> certainty,
    Map<String, List<Role>> roles) {

  /** The roles that a place may have; none where the word says nothing of it. */
  public List<Role> at(String place) {
    return roles.getOrDefault(place, List.of());
  }

  /** Whether a dealing may stand at this place. */
  public boolean takesEvent(String place) {
    return at(place).contains(Role.EVENT);
  }

  /** Whether it may stand above another dealing and say its stage. */
  public boolean governs() {
    return roles.values().stream().anyMatch(r -> r.contains(Role.EVENT));
  }

  /** Its words in one. */
  public String name() {
    return String.join(" ", phrase);
  }
}
