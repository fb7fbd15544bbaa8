package org.attache.register.store;

import static org.jooq.impl.DSL.count;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.attache.register.decision.Ruling;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Schema.Claim;
import org.attache.register.store.Schema.Decision;
import org.attache.register.store.Schema.Report;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Single reports and claims with what stands around them, and what waits for a reviewer. */
public final class ReportRoom {
  private final DSLContext dsl;
  private final Inquiry inquiry;
  private final ClaimShelf claims;

  ReportRoom(DSLContext dsl, Inquiry inquiry, ClaimShelf claims) {
    this.dsl = dsl;
    this.inquiry = inquiry;
    this.claims = claims;
  }

  /** How much there is. */
  public Totals totals() {
    return new Totals(
        dsl.fetchCount(Report.TABLE),
        dsl.fetchCount(Claim.TABLE) - fallen(),
        dsl.fetchCount(Schema.Dealing.TABLE),
        dsl.fetchCount(Decision.TABLE));
  }

  /** Written out and not bound, so that the database sees that its index of these will do. */
  private int fallen() {
    return dsl.fetchCount(Claim.TABLE, Claim.STANDING.eq(DSL.inline(0)));
  }

  /** Changes whenever a report or a decision is added. */
  public String edition() {
    return dsl.select(
            PresentCatalogue.highest("report"),
            PresentCatalogue.highest("decision"),
            PresentCatalogue.highest("claim"))
        .fetchSingle(row -> row.value1() + "." + row.value2() + "." + row.value3());
  }

  /** The day of the newest report. */
  public Optional<LocalDate> newestDay() {
    return dsl.select(DSL.max(Report.DAY))
        .from(Report.TABLE)
        .fetchOptional(0, String.class)
        .map(LocalDate::parse);
  }

  /** The claims of a report that count, in the order of the text. */
  public List<HeldClaim> claims(String report) {
    return claims.held(Report.KEY.eq(report).and(Claim.STANDING.eq(1)));
  }

  /** The claims of a report that today's reader makes, those too that reviewers rejected. */
  public List<HeldClaim> claimsWithRejected(String report) {
    return claims.held(Report.KEY.eq(report).and(Claim.GONE.eq(0)));
  }

  /** Those of some claims that count. */
  public Set<String> standing(List<String> keys) {
    return new HashSet<>(
        dsl.select(Claim.KEY)
            .from(Claim.TABLE)
            .where(Claim.KEY.in(keys))
            .and(Claim.STANDING.eq(1))
            .fetch(Claim.KEY));
  }

  /**
   * A decision with the claims that it names.
   *
   * @param decision the decision
   * @param claims the keys of those asked for that it is about
   */
  public record Decided(org.attache.register.decision.Decision decision, List<String> claims) {
    /** Keeps a copy. */
    public Decided {
      claims = List.copyOf(claims);
    }
  }

  /** The decisions about some claims, the first made first; those that were taken back too. */
  public List<Decided> decisionsAbout(List<String> keys) {
    List<org.attache.register.decision.Decision> all = inquiry.decisions();
    if (all.isEmpty()) {
      return List.of();
    }
    Map<String, String> lineages = new TreeMap<>();
    dsl.select(Claim.KEY, Claim.LINEAGE)
        .from(Claim.TABLE)
        .where(Claim.KEY.in(keys))
        .forEach(row -> lineages.put(row.value1(), row.value2()));
    return all.stream()
        .map(
            decision ->
                new Decided(
                    decision,
                    keys.stream()
                        .filter(key -> Inquiry.isAbout(decision, lineages.getOrDefault(key, key)))
                        .toList()))
        .filter(decided -> !decided.claims().isEmpty())
        .toList();
  }

  /** The claim of this key, whether it counts or not. */
  public Optional<HeldClaim> claim(String key) {
    return claims.held(Claim.KEY.eq(key)).stream().findFirst();
  }

  /** The claims of these keys. */
  public List<HeldClaim> claims(List<String> keys) {
    return claims.held(Claim.KEY.in(keys));
  }

  /** What lists say of the reports of these keys, the first published first. */
  public List<Headline> headlines(Collection<String> keys) {
    return dsl.select(Report.KEY, Report.OUTLET, Report.TITLE, Report.URL)
        .select(Report.DAY, Report.CURRENT, Report.STORY)
        .from(Report.TABLE)
        .where(Report.KEY.in(keys))
        .orderBy(Report.DAY, Report.KEY)
        .fetch(
            row ->
                new Headline(
                    row.get(Report.KEY),
                    row.get(Report.OUTLET),
                    row.get(Report.TITLE),
                    Optional.ofNullable(row.get(Report.URL)),
                    LocalDate.parse(row.get(Report.DAY)),
                    row.get(Report.CURRENT) == 1,
                    row.get(Report.STORY)));
  }

  /** Versions of the article that a report is one of, the latest fetched first. */
  public List<KeptReport> versions(String report) {
    return dsl.select(Report.ADDRESS)
        .from(Report.TABLE)
        .where(Report.KEY.eq(report))
        .fetchOptional()
        .map(row -> row.value1())
        .map(address -> inquiry.reports(Report.ADDRESS.eq(address), 50))
        .orElse(List.of());
  }

  /** The reports that tell the same story in the same words. */
  public List<KeptReport> copies(KeptReport report) {
    return inquiry.reports(Report.STORY.eq(report.story()).and(Report.KEY.ne(report.key())), 200);
  }

  /** Reports, the latest first, from the one after so many. */
  public List<KeptReport> latest(Optional<LocalDate> asOf, int most) {
    return inquiry.reports(
        asOf.map(day -> Report.DAY.le(day.toString())).orElse(DSL.trueCondition()), most);
  }

  /** Reports of a question, the latest first, from the one after so many. */
  public List<KeptReport> list(Question question, int from, int most) {
    return inquiry.reports(question, from, most);
  }

  /** The latest claims that count, by publication, the latest first. */
  public List<HeldClaim> latestClaims(Optional<LocalDate> asOf, int most) {
    List<Long> reports =
        dsl.select(Report.ID)
            .from(Report.TABLE)
            .where(asOf.map(day -> Report.DAY.le(day.toString())).orElse(DSL.trueCondition()))
            .and(
                DSL.exists(
                    DSL.selectOne()
                        .from(Claim.TABLE)
                        .where(Claim.REPORT.eq(Report.ID))
                        .and(Claim.STANDING.eq(1))))
            .orderBy(Report.DAY.desc(), Report.ID.desc())
            .limit(most)
            .fetch(Report.ID);
    return claims.held(Claim.REPORT.in(reports).and(Claim.STANDING.eq(1))).reversed().stream()
        .limit(most)
        .toList();
  }

  /**
   * Claims that no decision names which counts still: denied ones and those of which the source is
   * not sure first, then the others, the latest first.
   *
   * @param question which claims
   * @param passed keys of claims to leave out
   */
  public List<HeldClaim> undecided(Question question, Set<String> passed, int most) {
    Set<String> out = new HashSet<>(split());
    List<Long> undone =
        inquiry.decisions().stream()
            .filter(org.attache.register.decision.Decision::undone)
            .map(org.attache.register.decision.Decision::number)
            .toList();
    Condition open =
        inquiry
            .claimCondition(question)
            .and(Claim.LINEAGE.notIn(out))
            .and(Claim.KEY.notIn(passed))
            .andNotExists(
                DSL.selectOne()
                    .from(Decision.TABLE)
                    .where(Decision.CLAIM.eq(Claim.LINEAGE).or(Decision.OTHER.eq(Claim.LINEAGE)))
                    .and(Decision.ID.notIn(undone)));
    Condition doubtful = Claim.POLARITY.eq("denied").or(Claim.CERTAINTY.ne("certain"));
    return Stream.of(doubtful, DSL.not(doubtful))
        .flatMap(part -> newest(open.and(part), most).stream())
        .limit(most)
        .toList();
  }

  private List<HeldClaim> newest(Condition condition, int most) {
    List<String> keys =
        dsl.select(Claim.KEY)
            .from(Claim.TABLE)
            .join(Report.TABLE)
            .on(Report.ID.eq(Claim.REPORT))
            .where(condition)
            .orderBy(Report.DAY.desc(), Claim.ID.desc())
            .limit(most)
            .fetch(Claim.KEY);
    return claims.held(Claim.KEY.in(keys)).reversed();
  }

  private Set<String> split() {
    Set<String> lineages = new HashSet<>();
    inquiry
        .decisions()
        .forEach(
            decision -> {
              if (!decision.undone()
                  && decision.ruling() instanceof Ruling.Split(List<String> keys)) {
                lineages.addAll(keys);
              }
            });
    return lineages;
  }

  /** How many claims that count no decision names; about, where decisions name several. */
  public int waiting() {
    Integer decided =
        dsl.select(DSL.countDistinct(Decision.CLAIM)).from(Decision.TABLE).fetchOne(0, int.class);
    int all = dsl.fetchCount(Claim.TABLE, Claim.STANDING.eq(1));
    return Math.max(0, all - PresentCatalogue.most(decided));
  }

  /** The highest number of a claim. */
  public long highestClaim() {
    return dsl.select(DSL.max(Claim.ID)).from(Claim.TABLE).fetchOptional(0, Long.class).orElse(0L);
  }

  /** Claims of a question with a number above this one, the first added first. */
  public List<HeldClaim> claimsAfter(Question question, long number, int most) {
    List<String> keys =
        dsl.select(Claim.KEY)
            .from(Claim.TABLE)
            .join(Report.TABLE)
            .on(Report.ID.eq(Claim.REPORT))
            .where(inquiry.claimCondition(question))
            .and(Claim.ID.gt(number))
            .orderBy(Claim.ID)
            .limit(most)
            .fetch(Claim.KEY);
    return inquiry.matching(claims.held(Claim.KEY.in(keys)), question);
  }

  /**
   * A part of the claims of a question, in the order of their numbers.
   *
   * @param number the number after which it starts
   */
  public Numbered claimsFrom(Question question, long number, int most) {
    Map<String, Long> numbers = new HashMap<>();
    dsl.select(Claim.KEY, Claim.ID)
        .from(Claim.TABLE)
        .join(Report.TABLE)
        .on(Report.ID.eq(Claim.REPORT))
        .where(inquiry.claimCondition(question))
        .and(Claim.ID.gt(number))
        .orderBy(Claim.ID)
        .limit(most)
        .forEach(row -> numbers.put(row.value1(), row.value2()));
    return new Numbered(
        inquiry.matching(claims.held(Claim.ID.in(numbers.values())), question).stream()
            .sorted(Comparator.comparing(held -> numbers.getOrDefault(held.key(), 0L)))
            .toList(),
        numbers.size() < most ? Optional.empty() : numbers.values().stream().max(Long::compare));
  }

  /**
   * A part of a list that is read by numbers.
   *
   * @param claims the claims
   * @param next the number to go on from; none where that was all
   */
  public record Numbered(List<HeldClaim> claims, Optional<Long> next) {
    /** Keeps a copy. */
    public Numbered {
      claims = List.copyOf(claims);
    }
  }

  /** Outlets by how many reports of theirs there are. */
  public List<Tally> outlets(int most) {
    org.jooq.Field<Integer> number = count().as("number");
    return dsl.select(Report.OUTLET, number)
        .from(Report.TABLE)
        .groupBy(Report.OUTLET)
        .orderBy(number.desc(), Report.OUTLET)
        .limit(most)
        .fetch(row -> new Tally(row.value1(), row.value2()));
  }
}
