package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attache.claim.Polarity;
import org.attache.contract.ClaimWords;
import org.attache.desk.gate.Wrong;
import org.attache.register.dealing.Contradiction;
import org.attache.register.dealing.Dealing;
import org.attache.register.dealing.FieldValue;
import org.attache.register.dealing.HistoryPoint;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.DealingLine;
import org.attache.register.store.Headline;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Register;
import org.attache.register.store.ReportRoom;
import org.attache.register.voice.Voice;
import org.attache.time.Interval;

/** One dealing, with everything that is claimed of it and who says so. */
final class DealingPage {
  /** So many claims are shown at a time. */
  static final int CLAIMS = 50;

  private final Desktop desktop;

  DealingPage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/dealings/{id}", desktop.page(this::show));
  }

  /**
   * The page.
   *
   * @param id what the dealing is known by
   * @param title it in a line
   * @param summary it in a sentence
   * @param kind what is said of the sides
   * @param stage the code of its stage
   * @param stageWords its stage
   * @param disputed whether somebody denies it
   * @param facts how many reports and sources, from when to when
   * @param sides links to its sides
   * @param types links to what it is about
   * @param contradictions fields with values that cannot all be true
   * @param circles outlets that cite each other
   * @param chart its stages, drawn
   * @param steps its stages, in words, as far as the claims shown tell them
   * @param fields every field with all its values
   * @param strands who has it from whom, in the claims shown
   * @param claims its claims, a page of them
   * @param reports the reports of these claims
   * @param decisions what reviewers decided
   * @param mayHold concrete dealings that a vague one may hold
   * @param citation how to cite it
   * @param pages which of its claims are shown
   */
  record View(
      String id,
      String title,
      String summary,
      String kind,
      String stage,
      String stageWords,
      boolean disputed,
      String facts,
      List<Named> sides,
      List<Named> types,
      List<Field> contradictions,
      String circles,
      StageChart chart,
      List<Step> steps,
      List<Field> fields,
      List<Chains.Strand> strands,
      List<ClaimView> claims,
      List<ReportLine> reports,
      List<DecisionView> decisions,
      List<LineView> mayHold,
      String citation,
      Pages pages) {}

  /**
   * Which claims of a dealing are shown: a dealing that hundreds of reports tell of is shown page
   * by page, each with what stands on its claims; what they add up to is on all of them.
   *
   * @param address of the dealing
   * @param page which page it is, from 1
   * @param claims how many claims the dealing has
   */
  record Pages(String address, int page, int claims) {
    Pages {
      if (page < 1 || page > number(claims)) {
        throw Wrong.parameter("page", "The dealing has no such page of claims.");
      }
    }

    private static int number(int claims) {
      return Math.max(1, (claims + CLAIMS - 1) / CLAIMS);
    }

    /** Whether there are more than this one. */
    boolean several() {
      return claims > CLAIMS;
    }

    /** The number of the first claim shown. */
    int first() {
      return (page - 1) * CLAIMS + 1;
    }

    /** The number of the last claim shown. */
    int last() {
      return Math.min(page * CLAIMS, claims);
    }

    private boolean shows(int claim) {
      return claim >= first() && claim <= last();
    }

    /** The address of the page before; empty where there is none. */
    String before() {
      return page == 1 ? "" : at(page - 1);
    }

    /** The address of the page after; empty where there is none. */
    String after() {
      return page == number(claims) ? "" : at(page + 1);
    }

    /** Where a claim is, on this page or another. */
    String claim(int claim) {
      String here = "#claim-" + claim;
      return shows(claim) ? here : at((claim - 1) / CLAIMS + 1) + here;
    }

    private String at(int other) {
      return other == 1 ? address : address + (address.contains("?") ? "&" : "?") + "page=" + other;
    }
  }

  /**
   * A link.
   *
   * @param name what it says
   * @param address where it leads
   */
  record Named(String name, String address) {}

  /**
   * A field.
   *
   * @param name its name, with what within it
   * @param values its values
   */
  record Field(String name, List<Value> values) {}

  /**
   * One value.
   *
   * @param text it
   * @param asserting who asserts it
   * @param denying who denies the dealing with it
   */
  record Value(String text, List<Speaker> asserting, List<Speaker> denying) {}

  /**
   * One who says something.
   *
   * @param name the name
   * @param claims the numbers of the claims in which, those that are listed
   * @param more how many claims more there are
   */
  record Speaker(String name, List<Integer> claims, int more) {
    /** So many claims of one who says the same again and again are linked to. */
    private static final int MOST = 8;

    static Speaker of(String name, List<Integer> claims) {
      return new Speaker(
          name, claims.stream().sorted().limit(MOST).toList(), Math.max(0, claims.size() - MOST));
    }
  }

  /**
   * A step of the history.
   *
   * @param when when, as well as it is known
   * @param stage the code of the stage
   * @param words what is said
   * @param denied whether it is denied
   * @param who who says so
   */
  record Step(String when, String stage, String words, boolean denied, Speaker who) {}

  /**
   * A report in a list.
   *
   * @param key what it is known by
   * @param title its headline
   * @param outlet who published it
   * @param day when
   * @param iso when, for programs
   * @param note whether it is a copy or an old version
   * @param link where it can be read; only ever an address of the web
   */
  record ReportLine(
      String key,
      String title,
      String outlet,
      String day,
      String iso,
      String note,
      Optional<String> link) {
    static ReportLine of(KeptReport report) {
      return of(Headline.of(report));
    }

    static ReportLine of(Headline report) {
      return new ReportLine(
          report.key(),
          Plain.line(report.title()),
          Plain.line(report.outlet()),
          Plain.day(report.day()),
          report.day().toString(),
          (report.story().equals(report.key()) ? "" : "copy of an agency’s story")
              + (report.current() ? "" : " superseded by a newer version"),
          Plain.link(report.url()));
    }
  }

  private void show(Call call) {
    String id = call.part("id");
    Dealing dealing =
        desktop.answers().dealing(call.asOf(), id).orElseThrow(() -> Wrong.missing("dealing"));
    Frame frame = call.frame(Plain.line(dealing.title()), "/dealings");
    if (!dealing.id().equals(id)) {
      call.leadTo(frame.at("/dealings/" + dealing.id()));
      return;
    }
    LocalDate today = LocalDate.ofInstant(desktop.clock().instant(), java.time.ZoneOffset.UTC);
    String address = call.context().scheme() + "://" + call.context().host();
    Pages pages = new Pages(frame.at("/dealings/" + id), call.page(), dealing.claims().size());
    List<HeldClaim> shown = dealing.claims().subList(pages.first() - 1, pages.last());
    Around around = desktop.registers().read(register -> Around.of(register, dealing, shown));
    LocalDate day = call.asOf().orElse(today);
    call.show("dealing.jte", frame, view(dealing, pages, shown, around, day, address));
  }

  /**
   * What stands around a dealing in the register; it is asked in one go, and all that is made of it
   * is made when the door to the register is free for others.
   */
  private record Around(
      List<Headline> reports, List<ReportRoom.Decided> decisions, List<DealingLine> mayHold) {
    static Around of(Register register, Dealing dealing, List<HeldClaim> shown) {
      return new Around(
          register
              .reports()
              .headlines(shown.stream().map(held -> held.origin().report()).distinct().toList()),
          register.reports().decisionsAbout(dealing.claims().stream().map(HeldClaim::key).toList()),
          register.inquiry().mayHold(dealing));
    }
  }

  private View view(
      Dealing dealing,
      Pages pages,
      List<HeldClaim> shown,
      Around around,
      LocalDate day,
      String address) {
    Map<String, Integer> numbers = new HashMap<>();
    dealing.claims().forEach(held -> numbers.put(held.key(), numbers.size() + 1));
    Map<String, HeldClaim> byKey = new LinkedHashMap<>();
    List<ClaimView> claims = new ArrayList<>();
    for (HeldClaim held : shown) {
      byKey.put(held.key(), held);
      claims.add(ClaimView.of(numbers.getOrDefault(held.key(), 0), held));
    }
    Speakers speakers = new Speakers(dealing, numbers);
    return new View(
        dealing.id(),
        Plain.line(dealing.title()),
        Summary.of(dealing),
        Plain.words(dealing.sides().kind().code()),
        dealing.stage().code(),
        Plain.words(dealing.stage().code()),
        dealing.disputed(),
        facts(dealing),
        sides(dealing),
        types(dealing),
        dealing.contradictions().stream().map(speakers::contradiction).toList(),
        Plain.line(String.join(", ", dealing.circles())),
        StageChart.of(dealing.history(), numbers),
        dealing.history().stream()
            .filter(point -> byKey.containsKey(point.claim()))
            .map(speakers::step)
            .toList(),
        fields(dealing, speakers),
        Chains.of(dealing, byKey, numbers),
        claims,
        around.reports().stream().map(ReportLine::of).toList(),
        DecisionView.of(around.decisions(), numbers),
        around.mayHold().stream().map(line -> LineView.of(line, Spark.NONE)).toList(),
        citation(dealing, day, address),
        pages);
  }

  private static String facts(Dealing dealing) {
    return Plain.counted(dealing.reports().size(), "report")
        + ", "
        + Plain.counted(dealing.voices().size(), "independent source")
        + ", "
        + (dealing.first().equals(dealing.last())
            ? "on " + Plain.day(dealing.first())
            : Plain.day(dealing.first()) + " to " + Plain.day(dealing.last()));
  }

  private List<Named> sides(Dealing dealing) {
    return dealing.sides().parties().stream()
        .distinct()
        .map(key -> new Named(Plain.line(desktop.names().side(key)), "/states/" + Plain.url(key)))
        .toList();
  }

  private List<Named> types(Dealing dealing) {
    return dealing.claims().stream()
        .flatMap(held -> held.claim().items().stream())
        .flatMap(item -> item.designation().stream())
        .map(desktop.names()::family)
        .distinct()
        .map(type -> new Named(Plain.line(type), "/equipment/" + Plain.url(type)))
        .toList();
  }

  private static List<Field> fields(Dealing dealing, Speakers speakers) {
    List<Field> fields = new ArrayList<>();
    dealing
        .values()
        .forEach(
            (field, values) -> {
              Map<String, List<Value>> byName = new LinkedHashMap<>();
              for (FieldValue value : values) {
                byName
                    .computeIfAbsent(name(field.code(), value.of()), k -> new ArrayList<>())
                    .add(speakers.value(value));
              }
              byName.forEach((name, same) -> fields.add(new Field(name, same)));
            });
    return fields;
  }

  private static String name(String field, String of) {
    return Plain.capital(
        Plain.line(
            of.isEmpty()
                ? field
                : field.equals("quantity") ? field + " of " + of : field + ", " + of));
  }

  private static String citation(Dealing dealing, LocalDate day, String address) {
    return "“"
        + Plain.line(dealing.title())
        + "”. Attaché, register of reported arms dealings, dealing "
        + dealing.id()
        + ", as of "
        + Plain.day(day)
        + ". "
        + address
        + "/dealings/"
        + dealing.id()
        + "?as-of="
        + day;
  }

  /** Names those who say something, with the numbers of their claims. */
  private static final class Speakers {
    private final Map<String, Integer> numbers;
    private final Map<String, String> voices = new HashMap<>();

    Speakers(Dealing dealing, Map<String, Integer> numbers) {
      this.numbers = numbers;
      for (Voice voice : dealing.voices()) {
        voice.claims().forEach(claim -> voices.put(claim, Plain.line(voice.name())));
      }
      dealing
          .claims()
          .forEach(
              held ->
                  voices.putIfAbsent(held.key(), Plain.line(ClaimWords.asserter(held.claim()))));
    }

    Field contradiction(Contradiction found) {
      return new Field(
          name(found.field().equals("polarity") ? "asserted or denied" : found.field(), found.of()),
          found.values().stream().map(this::value).toList());
    }

    Value value(FieldValue value) {
      return new Value(
          Plain.line(value.text()), speakers(value.supporting()), speakers(value.denying()));
    }

    Step step(HistoryPoint point) {
      boolean known = point.from().isPresent() || point.to().isPresent();
      boolean denied = point.polarity() == Polarity.DENIED;
      return new Step(
          known
              ? ClaimWords.time(new Interval(point.from(), point.to(), ""))
              : "told " + Plain.day(point.told()),
          point.stage().code(),
          Plain.words(point.stage().code()),
          denied,
          speakers(List.of(point.claim())).getFirst());
    }

    private List<Speaker> speakers(List<String> claims) {
      Map<String, List<Integer>> byName = new LinkedHashMap<>();
      for (String claim : claims) {
        byName
            .computeIfAbsent(voices.getOrDefault(claim, "unknown"), k -> new ArrayList<>())
            .add(numbers.getOrDefault(claim, 0));
      }
      return byName.entrySet().stream()
          .map(entry -> Speaker.of(entry.getKey(), entry.getValue()))
          .toList();
    }
  }
}
