package org.attache.desk.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Polarity;
import org.attache.contract.ClaimWords;
import org.attache.register.resolution.HeldClaim;
import org.attache.source.Source;

/**
 * A claim, as pages show it.
 *
 * @param number its number on the page, from 1
 * @param key what it is known by; empty where it is not kept
 * @param stage the code of its stage
 * @param standing "probably delivered"
 * @param denied whether the source denies it
 * @param sides "Sweden → Chile"
 * @param subject what it is about
 * @param circumstances when, for how much, what is withheld
 * @param asserter who says so
 * @param chain everybody between who says so and who reads it, who says so first
 * @param outlet who published it
 * @param report the key of the report
 * @param day when, for people
 * @param iso when, for programs
 * @param words where it says so, in its words
 * @param grounds the rules and rows that made it
 */
record ClaimView(
    int number,
    String key,
    String stage,
    String standing,
    boolean denied,
    String sides,
    String subject,
    List<String> circumstances,
    String asserter,
    List<Link> chain,
    String outlet,
    String report,
    String day,
    String iso,
    List<String> words,
    List<String> grounds) {

  /**
   * A link of a chain of sources.
   *
   * @param name its name
   * @param role its office; may be empty
   * @param type what sort it is
   * @param cue the words that tie it to what it says; may be empty
   */
  record Link(String name, String role, String type, String cue) {
    static Link of(Source source) {
      return new Link(
          Plain.line(source.name().or(source::role).orElse("someone unnamed")),
          Plain.line(source.name().flatMap(name -> source.role()).orElse("")),
          source.type().name().toLowerCase(Locale.ROOT),
          Plain.line(source.cue().orElse("")));
    }
  }

  static ClaimView of(int number, HeldClaim held) {
    ClaimView view = of(number, held.claim());
    return new ClaimView(
        number,
        held.key(),
        view.stage,
        view.standing,
        view.denied,
        view.sides,
        view.subject,
        view.circumstances,
        view.asserter,
        view.chain,
        Plain.line(held.origin().outlet()),
        held.origin().report(),
        Plain.day(held.origin().day()),
        held.origin().day().toString(),
        view.words,
        view.grounds);
  }

  static ClaimView of(int number, Claim claim) {
    return new ClaimView(
        number,
        "",
        claim.stage().code(),
        Plain.capital(ClaimWords.standing(claim)),
        claim.polarity() == Polarity.DENIED,
        Plain.line(ClaimWords.sides(claim)),
        Plain.line(ClaimWords.subject(claim)),
        ClaimWords.circumstances(claim).stream().map(Plain::line).toList(),
        Plain.line(ClaimWords.asserter(claim)),
        chain(claim),
        Plain.line(claim.attribution().getFirst().name().orElse("")),
        "",
        "",
        "",
        claim.evidence().stream().map(Evidence::text).map(text -> Plain.cut(text, 2_000)).toList(),
        claim.grounds().stream().map(Plain::line).toList());
  }

  /** Who has it from whom: who says so first, who publishes it last. */
  static List<Link> chain(Claim claim) {
    return claim.attribution().reversed().stream().map(Link::of).toList();
  }

  /** "18 fighters, March 2023, USD 2 billion". */
  String about() {
    return Optional.of(circumstances)
        .filter(list -> !list.isEmpty())
        .map(list -> subject + ", " + String.join(", ", list))
        .orElse(subject);
  }
}
