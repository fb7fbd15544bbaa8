package org.attache.register.resolution;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.equipment.Category;
import org.attache.equipment.Item;
import org.attache.money.Value;
import org.attache.time.Interval;

/**
 * What of a claim decides which dealing it is about.
 *
 * @param key the claim's key
 * @param report the key of its report
 * @param sides who deals with whom
 * @param stage how far the dealing is said to be
 * @param denied whether that is denied
 * @param subjects what it is about
 * @param further whether the report says that this comes on top of something earlier
 * @param due whether it speaks of what is yet to come
 * @param worth the sum for the whole, or the words for it where they give no one sum
 * @param from first day of the time that it speaks of
 * @param to last day of it
 * @param told when its report was published
 */
public record Signature(
    String key,
    String report,
    Sides sides,
    Stage stage,
    boolean denied,
    List<Subject> subjects,
    boolean further,
    boolean due,
    Optional<String> worth,
    LocalDate from,
    LocalDate to,
    LocalDate told) {
  /** The topic of claims that do not say what they are about. */
  public static final String VAGUE = "-";

  private static final String SORT = "~";
  private static final String SORT_OF_TYPE = "+";

  /** By time, and where that is the same, by key: an order that owes nothing to arrival. */
  static final Comparator<Signature> BY_TIME =
      Comparator.comparing(Signature::from)
          .thenComparing(Signature::to)
          .thenComparing(Signature::key);

  /** By publication, and where that is the same, by key. */
  static final Comparator<Signature> BY_TELLING =
      Comparator.comparing(Signature::told).thenComparing(Signature::key);

  /** Refuses a time that ends before it starts. */
  public Signature {
    subjects = List.copyOf(subjects);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("claim " + key + " speaks of " + from + " to " + to);
    }
  }

  /** That of a claim. */
  public static Signature of(HeldClaim held, Families families, FurtherWords further) {
    Claim claim = held.claim();
    LocalDate day = held.origin().day();
    LocalDate from = day;
    LocalDate to = day;
    Optional<LocalDate> first = claim.when().flatMap(Signature::first);
    if (first.isPresent() && first.get().isBefore(day)) {
      LocalDate last = claim.when().flatMap(Interval::to).orElse(day);
      from = first.get();
      to = last.isAfter(day) ? day : last.isBefore(from) ? from : last;
    }
    return new Signature(
        held.key(),
        held.origin().report(),
        Sides.of(claim),
        claim.stage(),
        claim.polarity() == Polarity.DENIED,
        claim.items().stream().map(item -> Subject.of(item, families)).toList(),
        claim.items().stream().anyMatch(item -> saysFurther(claim, item, further)),
        claim.when().flatMap(when -> when.to().or(when::from)).filter(day::isBefore).isPresent(),
        claim.value().flatMap(Signature::sum),
        from,
        to,
        day);
  }

  private static Optional<String> sum(Value value) {
    OptionalLong least = value.amount().min();
    OptionalLong most = value.amount().max();
    boolean isRange = least.isPresent() && most.isPresent() && !least.equals(most);
    boolean isVague = isRange || value.text().chars().noneMatch(Character::isDigit);
    return Optional.of(
        isVague ? value.text() : value.currency() + " " + least.orElse(most.orElse(0)));
  }

  private static Optional<LocalDate> first(Interval when) {
    return when.from().or(when::to);
  }

  private static boolean saysFurther(Claim claim, Item item, FurtherWords further) {
    for (Evidence evidence : claim.evidence()) {
      int at = evidence.text().indexOf(item.text());
      if (at >= 0 && (further.standBefore(evidence.text(), at) || further.standIn(item.text()))) {
        return true;
      }
    }
    return false;
  }

  /** The types that it names. */
  NavigableSet<String> families() {
    NavigableSet<String> families = new TreeSet<>();
    subjects.forEach(subject -> subject.family().ifPresent(families::add));
    return families;
  }

  /** The sorts of things that it names, types or not; "other" is none. */
  NavigableSet<Category> categories() {
    NavigableSet<Category> categories = new TreeSet<>();
    subjects.stream()
        .map(Subject::category)
        .filter(category -> category != Category.OTHER)
        .forEach(categories::add);
    return categories;
  }

  /** What it can be looked up by: its types and, behind a tilde, its sorts of things. */
  public NavigableSet<String> subjectKeys() {
    NavigableSet<String> keys = new TreeSet<>(families());
    categories().forEach(category -> keys.add("~" + category.code()));
    return keys;
  }

  /**
   * The topics by which it is found among the claims with the same sides: its types and, behind a
   * plus, their sorts; behind a tilde its sorts where it names no type; {@link #VAGUE} where it
   * names neither.
   */
  public NavigableSet<String> topics() {
    NavigableSet<String> topics = families();
    String mark = topics.isEmpty() ? SORT : SORT_OF_TYPE;
    categories().forEach(category -> topics.add(mark + category.code()));
    if (topics.isEmpty()) {
      topics.add(VAGUE);
    }
    return topics;
  }

  /**
   * The topics of the claims with the same sides that it may have to do with: those on its types,
   * and those on a sort of things, which join dealings on types of that sort.
   */
  NavigableSet<String> neighbours() {
    NavigableSet<String> topics = families();
    boolean typed = !topics.isEmpty();
    for (Category category : categories()) {
      topics.add(SORT + category.code());
      if (!typed) {
        topics.add(SORT_OF_TYPE + category.code());
      }
    }
    if (topics.isEmpty()) {
      topics.add(VAGUE);
    }
    return topics;
  }

  /** Whether it says what the dealing is about. */
  boolean isConcrete() {
    return subjects.stream().anyMatch(Subject::tellsSort);
  }
}
