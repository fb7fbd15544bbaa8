package org.attache.register.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.attache.claim.Stage;
import org.attache.equipment.Category;

/** Claims with the same sides that are about one dealing. Grows claim by claim, in time order. */
final class Lot {
  /** Claims without any other tie are taken for one dealing when at most this far apart. */
  private static final long DAYS_OF_ONE_DEALING = 1100;

  /** Contracts run long: claims on an equal number may be this far apart. */
  private static final long DAYS_OF_ONE_CONTRACT = 3700;

  /** A new number this long after a contract is another contract; before, a contradiction. */
  private static final long DAYS_UNTIL_A_NEW_NUMBER_IS_NEW = 400;

  /** "The first ship" is one of any number of ships. */
  private static final long FEW_ARE_EQUAL_BY_CHANCE = 1;

  private static final long DAYS_OF_NEWS = 60;

  /** What arrives sooner after a contract is rather of an earlier one. */
  private static final long DAYS_UNTIL_THE_FIRST_ARRIVES = 120;

  /** Talks this long after things have arrived are about new ones. */
  private static final long DAYS_UNTIL_TALKS_ARE_NEW = 300;

  private final Sides sides;
  private final List<Signature> claims = new ArrayList<>();
  private final Times times = new Times();
  private final Set<String> reports = new HashSet<>();
  private final Set<String> worths = new HashSet<>();

  /** What its claims are about, each once: many claims tell the same. */
  private final Set<Subject> subjects = new LinkedHashSet<>();

  private final Set<String> families = new TreeSet<>();
  private final Set<Category> categories = new TreeSet<>();
  private boolean further;
  private Signature founder;
  private Optional<LocalDate> contracted = Optional.empty();
  private Optional<LocalDate> arrived = Optional.empty();
  private LocalDate from;
  private LocalDate to;

  Lot(Signature first) {
    sides = first.sides();
    founder = first;
    from = first.from();
    to = first.to();
    further = first.further();
    add(first);
  }

  void add(Signature claim) {
    claims.add(claim);
    times.add(claim.from(), claim.to());
    reports.add(claim.report());
    claim.worth().ifPresent(worths::add);
    if (claim.sides().equals(sides) && Signature.BY_TELLING.compare(claim, founder) < 0) {
      founder = claim;
    }
    subjects.addAll(claim.subjects());
    families.addAll(claim.families());
    categories.addAll(claim.categories());
    from = earlier(from, claim.from());
    to = claim.to().isAfter(to) ? claim.to() : to;
    if (!claim.denied()) {
      switch (claim.stage()) {
        case ORDERED -> contracted = Optional.of(firstOf(contracted, claim.from()));
        case UNDER_WAY, DELIVERED -> {
          contracted = Optional.of(firstOf(contracted, claim.from()));
          arrived = Optional.of(firstOf(arrived, claim.from()));
        }
        case CONSIDERED,
            SOUGHT,
            OFFERED,
            NEGOTIATED,
            APPROVED,
            AGREED,
            SUSPENDED,
            CANCELLED,
            REFUSED -> {}
      }
    }
  }

  void absorb(Lot other) {
    other.claims.forEach(this::add);
    further = further && other.further;
  }

  private static LocalDate firstOf(Optional<LocalDate> known, LocalDate day) {
    return known.map(there -> earlier(there, day)).orElse(day);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return other.isBefore(one) ? other : one;
  }

  /**
   * Whether a claim on the same things can be about this dealing, by its time, stage and number.
   */
  boolean fits(Signature claim) {
    boolean sameNumber = sharesNumber(claim);
    long apart = apart(claim);
    boolean longRun = sameNumber || isArrival(claim) && contracted.isPresent();
    if (isInHand(claim) && sameNumber && !from.isAfter(claim.from())) {
      return true;
    }
    if (apart > (longRun ? DAYS_OF_ONE_CONTRACT : DAYS_OF_ONE_DEALING)) {
      return false;
    }
    if (orders(claim) || comesOnTop(claim)) {
      return false;
    }
    return sameNumber || !startsAnew(claim);
  }

  /** "Another 12": not what was ordered before, but it may be what was ordered then. */
  private boolean comesOnTop(Signature claim) {
    boolean sameContract =
        claim.stage() == Stage.ORDERED
            && Math.abs(since(contracted, claim)) <= DAYS_UNTIL_A_NEW_NUMBER_IS_NEW
            && most(claim) <= most();
    return claim.further() && !further && isBefore(claim) && !sameContract;
  }

  private static boolean isArrival(Signature claim) {
    return claim.stage() == Stage.UNDER_WAY || claim.stage() == Stage.DELIVERED;
  }

  /** Whether what arrives can be of this contract: making it has taken its time. */
  private boolean isDue(Signature claim) {
    return !isArrival(claim)
        || contracted.isEmpty()
        || since(contracted, claim) > DAYS_UNTIL_THE_FIRST_ARRIVES
        || arrived.isPresent();
  }

  private boolean isBefore(Signature claim) {
    return contracted.map(day -> !day.isAfter(claim.from())).orElse(false) || arrived.isPresent();
  }

  /**
   * Whether a claim tells of a contract that was made long after things had arrived, or that is
   * news long after the first; of the years of old contracts reports are often wrong.
   */
  private boolean orders(Signature claim) {
    return claim.stage() == Stage.ORDERED
        && !claim.denied()
        && !claim.due()
        && claim.from().isBefore(claim.told())
        && (since(arrived, claim) > DAYS_UNTIL_TALKS_ARE_NEW
            || isNews(claim) && since(contracted, claim) > DAYS_UNTIL_A_NEW_NUMBER_IS_NEW);
  }

  private static boolean isNews(Signature claim) {
    return claim.told().toEpochDay() - claim.to().toEpochDay() <= DAYS_OF_NEWS;
  }

  /** "Operates eight": things that arrived at any time before. */
  private static boolean isInHand(Signature claim) {
    return claim.stage() == Stage.DELIVERED && claim.from().equals(claim.told());
  }

  /** Whether a claim looks ahead, when all of this has long arrived. */
  private boolean isOver(Signature claim) {
    boolean ahead = claim.due() || !isArrival(claim);
    return ahead && since(arrived, claim) > DAYS_UNTIL_TALKS_ARE_NEW;
  }

  /** A denial, and the day on which more is due, point back to what there is. */
  private boolean startsAnew(Signature claim) {
    if (claim.denied()) {
      return false;
    }
    boolean newNumber =
        claim.stage().compareTo(Stage.ORDERED) <= 0
            && !(claim.due() && isPart(claim))
            && differsInNumber(claim)
            && since(contracted, claim) > DAYS_UNTIL_A_NEW_NUMBER_IS_NEW;
    boolean newTalks =
        claim.stage().compareTo(Stage.AGREED) <= 0
            && since(arrived, claim) > DAYS_UNTIL_TALKS_ARE_NEW;
    return newNumber || newTalks;
  }

  private static long since(Optional<LocalDate> day, Signature claim) {
    return day.map(d -> claim.from().toEpochDay() - d.toEpochDay()).orElse(0L);
  }

  boolean sharesNumber(Signature claim) {
    return comparesNumbers(claim, true);
  }

  private boolean differsInNumber(Signature claim) {
    return comparesNumbers(claim, false) && !sharesNumber(claim);
  }

  /** Whether a claim speaks of fewer than the dealing is about. */
  private boolean isPart(Signature claim) {
    return most(claim) < most();
  }

  private long most() {
    return most(subjects);
  }

  private static long most(Signature claim) {
    return most(claim.subjects());
  }

  private static long most(Collection<Subject> subjects) {
    long most = 0;
    for (Subject subject : subjects) {
      most = Math.max(most, subject.number().orElse(0));
    }
    return most;
  }

  /** Whether both are told to be worth the same. */
  boolean sharesWorth(Lot other) {
    return worths.stream().anyMatch(other.worths::contains);
  }

  /** Whether nothing here says how many, or that there is a contract or that anything arrived. */
  boolean isLoose() {
    return contracted.isEmpty() && most() == 0;
  }

  private boolean comparesNumbers(Signature claim, boolean equal) {
    for (Subject theirs : claim.subjects()) {
      for (Subject mine : subjects) {
        boolean same =
            mine.family().isPresent() && theirs.family().isPresent()
                ? mine.family().equals(theirs.family())
                : mine.category() == theirs.category();
        boolean telling =
            mine.number().orElse(0) > FEW_ARE_EQUAL_BY_CHANCE
                || theirs.number().orElse(0) > FEW_ARE_EQUAL_BY_CHANCE;
        if (same
            && telling
            && mine.number().isPresent()
            && theirs.number().isPresent()
            && mine.number().getAsLong() == theirs.number().getAsLong() == equal) {
          return true;
        }
      }
    }
    return false;
  }

  /** Days between the nearest claim of this dealing and that claim. */
  long apart(Signature claim) {
    return times.apart(claim.from(), claim.to());
  }

  boolean hasReport(String report) {
    return reports.contains(report);
  }

  Sides sides() {
    return sides;
  }

  List<Signature> claims() {
    return List.copyOf(claims);
  }

  Set<String> families() {
    return families;
  }

  Set<Category> categories() {
    return categories;
  }

  /** The sums that it is told to be worth. */
  Set<String> worths() {
    return worths;
  }

  boolean isConcrete() {
    return !families.isEmpty() || !categories.isEmpty();
  }

  /**
   * The claim that was published first among those with both sides known: what the dealing is known
   * by, so that later reports leave its name alone.
   */
  String founder() {
    return founder.key();
  }

  /** Whether a claim that leaves a side out is about such things as this dealing. */
  boolean isAbout(Signature open) {
    return open.isConcrete()
        ? open.families().isEmpty()
            ? open.categories().stream().anyMatch(categories::contains)
            : open.families().stream().anyMatch(families::contains)
                || (families.isEmpty() && open.categories().stream().anyMatch(categories::contains))
        : hasReport(open.report());
  }

  /** The same claims in a lot of their own, which may grow apart from this one. */
  Lot copy() {
    Lot copy = new Lot(claims.getFirst());
    claims.stream().skip(1).forEach(copy::add);
    return copy;
  }

  /** Nearest first; of equals the one that began first. */
  static Comparator<Lot> nearestTo(Signature claim) {
    return Comparator.<Lot>comparingInt(lot -> lot.isDue(claim) && !lot.isOver(claim) ? 0 : 1)
        .thenComparingInt(lot -> lot.sharesNumber(claim) ? 0 : 1)
        .thenComparingInt(lot -> lot.hasReport(claim.report()) ? 0 : 1)
        .thenComparingLong(lot -> lot.apart(claim))
        .thenComparing(lot -> lot.from)
        .thenComparing(Lot::founder);
  }
}
