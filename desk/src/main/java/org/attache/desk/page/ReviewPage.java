package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attache.contract.ContractException;
import org.attache.desk.account.Role;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import org.attache.register.decision.Decision;
import org.attache.register.decision.Ruling;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Sides;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Excerpt;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Question;
import org.attache.register.store.Register;

/** One claim after the other, for those who decide about them. */
final class ReviewPage {
  private static final int MOST_PASSED = 50;
  private static final int MOST_OTHERS = 15;
  private static final int LONGEST_REASON = 2_000;
  private static final String KEY_FORM = "[A-Za-z0-9_-]{1,80}";

  private final Desktop desktop;

  ReviewPage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/review", desktop.page(call -> show(call.needs(Role.REVIEWER))));
    routes.post("/review/undo", desktop.page(call -> undo(call.needs(Role.REVIEWER))));
    routes.post("/review/{claim}", desktop.page(call -> decide(call.needs(Role.REVIEWER))));
  }

  /**
   * The page.
   *
   * @param claim what is to be decided about; none where nothing waits
   * @param filters which claims are walked through
   * @param asked whether this claim was asked for, and not the next that waits
   * @param passed those that were passed over, as the address holds them
   * @param next where the next one is
   * @param waiting how many wait, about
   * @param made what was decided last; none where nothing was
   */
  record View(
      Optional<Before> claim,
      Filters filters,
      boolean asked,
      String passed,
      String next,
      int waiting,
      List<DecisionView> made) {}

  /**
   * A claim with what there is to know of it.
   *
   * @param view the claim
   * @param text the paragraphs of the report that it rests on, and those before them
   * @param title the report's headline
   * @param dealing the id of its dealing; empty where it is in none
   * @param dealingTitle that dealing in a line
   * @param counts whether it counts
   * @param fields the form to correct it with
   * @param states names that sides can be chosen from
   * @param others dealings that it may be about instead
   * @param decisions what was decided about it so far
   */
  record Before(
      ClaimView view,
      MarkedText text,
      String title,
      String dealing,
      String dealingTitle,
      boolean counts,
      List<Corrections.Field> fields,
      List<String> states,
      List<Other> others,
      List<DecisionView> decisions) {}

  /**
   * A dealing that a claim may be about.
   *
   * @param id of the dealing
   * @param title it in a line
   */
  record Other(String id, String title) {}

  private void show(Call call) {
    Filters filters = call.filters();
    Set<String> passed = passed(call);
    Optional<String> asked = call.parameter("claim");
    View view =
        desktop
            .registers()
            .read(
                register -> {
                  Optional<HeldClaim> held =
                      asked.isPresent()
                          ? Optional.of(claim(register, asked.get()))
                          : register.reports().undecided(filters.question(), passed, 1).stream()
                              .findFirst();
                  Set<String> on = new LinkedHashSet<>(passed);
                  held.map(HeldClaim::key).ifPresent(on::add);
                  return new View(
                      held.map(one -> before(register, one)),
                      filters,
                      asked.isPresent(),
                      String.join(".", passed),
                      address(filters, on, Optional.empty()),
                      register.reports().waiting(),
                      made(call, register));
                });
    call.show("review.jte", call.frame("Review", "/review").using("report", "review"), view);
  }

  private static HeldClaim claim(Register register, String key) {
    return register.reports().claim(key).orElseThrow(() -> Wrong.missing("claim"));
  }

  private static Set<String> passed(Call call) {
    return call.parameter("passed").map(ReviewPage::keys).orElseGet(LinkedHashSet::new);
  }

  private static Set<String> keys(String passed) {
    List<String> keys =
        Stream.of(passed.split("\\.")).filter(key -> key.matches(KEY_FORM)).toList();
    return new LinkedHashSet<>(keys.subList(Math.max(0, keys.size() - MOST_PASSED), keys.size()));
  }

  private static String address(Filters filters, Set<String> passed, Optional<String> made) {
    String address =
        passed.isEmpty()
            ? filters.at("/review")
            : filters.at("/review", "passed", String.join(".", passed));
    return made.map(numbers -> address + (address.contains("?") ? "&" : "?") + "made=" + numbers)
        .orElse(address);
  }

  private static List<DecisionView> made(Call call, Register register) {
    Set<String> numbers = new HashSet<>(List.of(call.parameter("made").orElse("").split("\\.")));
    return register.inquiry().decisions().stream()
        .filter(decision -> numbers.contains(String.valueOf(decision.number())))
        .map(decision -> DecisionView.of(decision, List.of()))
        .toList();
  }

  private Before before(Register register, HeldClaim held) {
    KeptReport report =
        register
            .inquiry()
            .report(held.origin().report())
            .orElseThrow(() -> Wrong.missing("report"));
    Optional<DealingLine> dealing =
        Optional.ofNullable(register.catalogue().dealingsOf(List.of(held.key())).get(held.key()));
    return new Before(
        ClaimView.of(1, held),
        MarkedText.of(report.report().text(), List.of(held.claim().evidence())).around(),
        Plain.line(report.report().headline()),
        dealing.map(DealingLine::id).orElse(""),
        dealing.map(line -> Plain.line(line.title())).orElse(""),
        !register.reports().standing(List.of(held.key())).isEmpty(),
        Corrections.fields(held.claim()),
        desktop.names().states().stream().map(party -> party.name()).toList(),
        others(register, held, dealing.map(DealingLine::id)),
        DecisionView.about(register, List.of(held), Map.of(held.key(), 1)));
  }

  /** The dealings of the same sides, and where it has only one side, of that. */
  private static List<Other> others(Register register, HeldClaim held, Optional<String> own) {
    Optional<String> supplier = held.claim().supplier().map(Sides::key);
    Optional<String> recipient = held.claim().recipient().map(Sides::key);
    Optional<String> party = held.claim().participants().stream().findFirst().map(Sides::key);
    if (supplier.isEmpty() && recipient.isEmpty() && party.isEmpty()) {
      return List.of();
    }
    return register
        .catalogue()
        .dealings(Excerpt.latest(Question.of(supplier, recipient, party), MOST_OTHERS + 1))
        .stream()
        .filter(line -> !own.equals(Optional.of(line.id())))
        .limit(MOST_OTHERS)
        .map(line -> new Other(line.id(), Plain.line(line.title())))
        .toList();
  }

  private void decide(Call call) {
    String key = call.part("claim");
    String what = call.field("what").orElse("");
    String reason = call.field("reason").orElse("");
    if (reason.length() > LONGEST_REASON) {
      throw Wrong.parameter("reason", "It is longer than " + LONGEST_REASON + " characters.");
    }
    List<Long> made =
        desktop
            .registers()
            .write(
                register -> {
                  HeldClaim held = claim(register, key);
                  List<Long> numbers = new ArrayList<>();
                  for (Ruling ruling : rulings(call, register, held, what, reason)) {
                    numbers.add(decide(register, call, ruling, reason));
                  }
                  return numbers;
                });
    lead(call, key, made);
  }

  private long decide(Register register, Call call, Ruling ruling, String reason) {
    try {
      return register.decide(desktop.clock().instant(), call.visitor().name(), ruling, reason);
    } catch (IllegalArgumentException | ContractException e) {
      throw new Wrong(400, "That cannot be decided", String.valueOf(e.getMessage()));
    }
  }

  private List<? extends Ruling> rulings(
      Call call, Register register, HeldClaim held, String what, String reason) {
    return switch (what) {
      case "confirm" -> List.of(new Ruling.Confirm(held.key()));
      case "reject" -> List.of(new Ruling.Reject(held.key()));
      case "split" -> List.of(new Ruling.Split(List.of(held.key())));
      case "merge" -> List.of(new Ruling.Merge(held.key(), other(call, register, held)));
      case "comment" -> {
        if (reason.isEmpty()) {
          throw Wrong.parameter("reason", "Write the comment into that field.");
        }
        yield List.of(new Ruling.Comment(held.key()));
      }
      case "correct" -> {
        List<Ruling.Correct> changed = changed(call, held);
        if (changed.isEmpty()) {
          throw new Wrong(
              400, "Nothing was changed", "Write something else into a field, then correct.");
        }
        yield changed;
      }
      default ->
          throw Wrong.parameter("what", "It is confirm, reject, correct, merge, split or comment.");
    };
  }

  private List<Ruling.Correct> changed(Call call, HeldClaim held) {
    try {
      return Corrections.changed(
          held.key(), held.claim(), name -> sent(call, name), desktop.names());
    } catch (IllegalArgumentException | ContractException e) {
      throw new Wrong(400, "That would be no claim", String.valueOf(e.getMessage()));
    }
  }

  /** What was sent, an empty field too: that takes the value away. */
  private static Optional<String> sent(Call call, String name) {
    return Optional.ofNullable(call.context().formParam(name));
  }

  private static String other(Call call, Register register, HeldClaim held) {
    String dealing =
        call.field("other")
            .orElseThrow(
                () -> Wrong.parameter("other", "Choose the dealing that it is about as well."));
    return register
        .catalogue()
        .dealing(dealing)
        .orElseThrow(() -> Wrong.missing("dealing"))
        .claims()
        .stream()
        .map(HeldClaim::key)
        .filter(key -> !key.equals(held.key()))
        .findFirst()
        .orElseThrow(
            () -> Wrong.parameter("other", "That dealing rests on this very claim alone."));
  }

  private void undo(Call call) {
    String text = call.field("decision").orElse("");
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw Wrong.parameter("decision", "It is the number of a decision.");
    }
    long number = Long.parseLong(text);
    long made =
        desktop
            .registers()
            .write(
                register -> {
                  boolean there =
                      register.inquiry().decisions().stream()
                          .map(Decision::number)
                          .anyMatch(known -> known == number);
                  if (!there) {
                    throw Wrong.missing("decision");
                  }
                  return decide(register, call, new Ruling.Undo(number), "");
                });
    lead(call, call.field("claim").orElse(""), List.of(made));
  }

  /** On to the next claim; or back to the one that was asked for. */
  private void lead(Call call, String key, List<Long> made) {
    String numbers = made.stream().map(String::valueOf).collect(Collectors.joining("."));
    desktop.doorkeeper().note(call.visitor().name(), "decided", "decision " + numbers);
    if (call.field("asked").isPresent() && key.matches(KEY_FORM)) {
      call.leadTo("/review?claim=" + key + "&made=" + numbers);
      return;
    }
    Filters filters = Filters.of(name -> call.context().formParam("q-" + name), desktop.names());
    Set<String> passed = call.field("passed").map(ReviewPage::keys).orElseGet(LinkedHashSet::new);
    call.leadTo(address(filters, passed, Optional.of(numbers)));
  }
}
