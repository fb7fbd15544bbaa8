package org.attache.register.resolution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.attache.claim.Claim;
import org.attache.claim.Kind;
import org.attache.party.Party;

/**
 * Who deals with whom in what way: claims about one dealing agree in it.
 *
 * @param kind what is said of the sides
 * @param supplier the key of who hands over, for directed kinds
 * @param recipient the key of who gets, for directed kinds
 * @param together the keys of those who act together, sorted, for the other kinds
 */
public record Sides(
    Kind kind, Optional<String> supplier, Optional<String> recipient, List<String> together) {
  /** Keeps a copy. */
  public Sides {
    together = List.copyOf(together);
  }

  /** The sides of a claim. */
  public static Sides of(Claim claim) {
    return new Sides(
        claim.kind(),
        claim.supplier().map(Sides::key),
        claim.recipient().map(Sides::key),
        claim.participants().stream().map(Sides::key).distinct().sorted().toList());
  }

  /** A party's key: its state's code, or its folded name where it has no state. */
  public static String key(Party party) {
    return party
        .state()
        .orElseGet(() -> party.name().toLowerCase(Locale.ROOT).replaceAll("[|+]", " ").strip());
  }

  /** Whether all sides that such a dealing has are known. */
  public boolean closed() {
    return together.size() > 1 || (supplier.isPresent() && recipient.isPresent());
  }

  /** Whether these sides, one of which is not known, may be those closed ones. */
  public boolean mayBe(Sides whole) {
    return kind == whole.kind
        && (supplier.isPresent() || recipient.isPresent() || !together.isEmpty())
        && supplier.map(side -> whole.has(side, whole.supplier)).orElse(true)
        && recipient.map(side -> whole.has(side, whole.recipient)).orElse(true)
        && whole.parties().containsAll(together);
  }

  private boolean has(String side, Optional<String> there) {
    return there.map(side::equals).orElseGet(() -> together.contains(side));
  }

  /** The keys of all sides that are known. */
  public List<String> parties() {
    return Stream.of(supplier.stream(), recipient.stream(), together.stream())
        .flatMap(keys -> keys)
        .toList();
  }

  /** The sides that {@link #text} wrote. */
  public static Sides parse(String text) {
    String[] parts = text.split("\\|", -1);
    return new Sides(
        Stream.of(Kind.values())
            .filter(kind -> kind.code().equals(parts[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no sides: " + text)),
        Optional.of(parts[1]).filter(side -> !side.isEmpty()),
        Optional.of(parts[2]).filter(side -> !side.isEmpty()),
        Stream.of(parts[3].split("\\+")).filter(side -> !side.isEmpty()).toList());
  }

  /** One text for it, to sort and to look up by. */
  public String text() {
    return kind.code()
        + "|"
        + supplier.orElse("")
        + "|"
        + recipient.orElse("")
        + "|"
        + String.join("+", together);
  }
}
