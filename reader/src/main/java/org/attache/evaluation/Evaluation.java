package org.attache.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures read claims against gold ones, report by report.
 *
 * <p>Three levels, each one to one: met (kind and parties agree), found (and at least one item),
 * exact (and stage, polarity and the innermost source). The single fields are measured over the
 * claims found.
 */
public final class Evaluation {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Two claims are compared that have the kind and more than two points in common. */
  private static final double LEAST_AGREEMENT = 3;

  private enum Level {
    MET,
    FOUND,
    EXACT;

    boolean holds(ScoredClaim gold, ScoredClaim read) {
      return switch (this) {
        case MET -> gold.met(read);
        case FOUND -> gold.found(read);
        case EXACT -> gold.exact(read);
      };
    }
  }

  private enum Field {
    STAGE,
    POLARITY,
    CERTAINTY,
    SOURCE,
    CHAIN,
    ITEMS,
    QUANTITY,
    VALUE,
    WHEN,
    WITHHELD;

    boolean agrees(ScoredClaim gold, ScoredClaim read) {
      return switch (this) {
        case STAGE -> gold.sameStage(read);
        case POLARITY -> gold.samePolarity(read);
        case CERTAINTY -> gold.sameCertainty(read);
        case SOURCE -> gold.sameSource(read);
        case CHAIN -> gold.sameChain(read);
        case ITEMS -> gold.sameItems(read);
        case QUANTITY -> gold.sameQuantities(read);
        case VALUE -> gold.sameValue(read);
        case WHEN -> gold.sameTime(read);
        case WITHHELD -> gold.sameWithheld(read);
      };
    }
  }

  /** Claims counted: gold, read, and right at each level. */
  private static final class Tally {
    private final Map<Level, Integer> right = new EnumMap<>(Level.class);
    private int gold;
    private int read;

    int right(Level level) {
      return right.getOrDefault(level, 0);
    }

    void count(ScoredClaim gold, ScoredClaim read) {
      for (Level level : Level.values()) {
        if (level.holds(gold, read)) {
          right.merge(level, 1, Integer::sum);
        }
      }
    }
  }

  /** Places of a gold claim and of the read claim that it is compared with. */
  private record Pair(int gold, int read, double agreement) {}

  private final Tally all = new Tally();
  private final Tally transfers = new Tally();
  private final Map<Field, Integer> right = new EnumMap<>(Field.class);
  private final List<String> misses = new ArrayList<>();
  private int reports;
  private int silent;

  /**
   * Adds a report.
   *
   * @param name what it is called among the misses
   * @param gold JSON whose "claims" are those that a person found
   * @param read JSON whose "claims" are those that were read; absent where nothing was
   * @throws IllegalArgumentException where either is no JSON
   */
  public void add(String name, String gold, Optional<String> read) {
    List<ScoredClaim> goldClaims = claims(name, gold);
    List<ScoredClaim> readClaims = read.map(json -> claims(name, json)).orElse(List.of());
    reports++;
    silent += read.isEmpty() ? 1 : 0;
    all.gold += goldClaims.size();
    all.read += readClaims.size();
    transfers.gold += (int) goldClaims.stream().filter(ScoredClaim::isArmsTransfer).count();
    transfers.read += (int) readClaims.stream().filter(ScoredClaim::isArmsTransfer).count();
    List<Pair> pairs = pairs(goldClaims, readClaims);
    for (Pair pair : pairs) {
      count(goldClaims.get(pair.gold()), readClaims.get(pair.read()));
    }
    noteMisses(name, goldClaims, readClaims, pairs);
  }

  private static List<ScoredClaim> claims(String name, String json) {
    try {
      List<ScoredClaim> claims = new ArrayList<>();
      for (JsonNode claim : MAPPER.readTree(json).path("claims")) {
        claims.add(new ScoredClaim(claim));
      }
      return claims;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(name + ": no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** One to one, best agreement first, then in order of the gold claims and of the read ones. */
  private static List<Pair> pairs(List<ScoredClaim> gold, List<ScoredClaim> read) {
    List<Pair> options = new ArrayList<>();
    for (int g = 0; g < gold.size(); g++) {
      for (int r = 0; r < read.size(); r++) {
        double agreement = gold.get(g).agreement(read.get(r));
        if (agreement > LEAST_AGREEMENT) {
          options.add(new Pair(g, r, agreement));
        }
      }
    }
    options.sort(Comparator.comparingDouble(Pair::agreement).reversed());
    Set<Integer> usedGold = new HashSet<>();
    Set<Integer> usedRead = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : options) {
      if (!usedGold.contains(pair.gold()) && !usedRead.contains(pair.read())) {
        usedGold.add(pair.gold());
        usedRead.add(pair.read());
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private void count(ScoredClaim gold, ScoredClaim read) {
    all.count(gold, read);
    if (gold.isArmsTransfer()) {
      transfers.count(gold, read);
    }
    if (gold.found(read)) {
      for (Field field : Field.values()) {
        if (field.agrees(gold, read)) {
          right.merge(field, 1, Integer::sum);
        }
      }
    }
  }

  private void noteMisses(
      String name, List<ScoredClaim> gold, List<ScoredClaim> read, List<Pair> pairs) {
    Map<Integer, Integer> near =
        pairs.stream().collect(Collectors.toMap(Pair::gold, Pair::read, (a, b) -> a, HashMap::new));
    Set<Integer> missed = new HashSet<>();
    for (int g = 0; g < gold.size(); g++) {
      Integer r = near.get(g);
      if (r == null || !gold.get(g).exact(read.get(r))) {
        missed.add(g);
      }
    }
    if (missed.isEmpty() && pairs.size() == read.size()) {
      return;
    }
    misses.add("== " + name);
    for (int g = 0; g < gold.size(); g++) {
      if (missed.contains(g)) {
        misses.add("  gold  " + gold.get(g));
        Optional.ofNullable(near.get(g)).ifPresent(r -> misses.add("  read  " + read.get(r)));
      }
    }
    for (int r = 0; r < read.size(); r++) {
      if (!near.containsValue(r)) {
        misses.add("  extra " + read.get(r));
      }
    }
  }

  /**
   * The gold claims that were not read exactly, each with the read one nearest to it, and extras.
   */
  public List<String> misses() {
    return List.copyOf(misses);
  }

  /** The figures, a line each; the last line is the one that counts. */
  public List<String> figures() {
    List<String> lines = new ArrayList<>();
    levels(lines, "all kinds", all);
    levels(lines, "arms transfers", transfers);
    lines.add("of the claims found: " + fields());
    if (silent > 0) {
      lines.add("no read file for " + silent + " of " + reports + " reports");
    }
    lines.add("exact F1 " + rounded(f1(all, Level.EXACT)) + " over " + reports + " reports");
    return lines;
  }

  private static void levels(List<String> lines, String name, Tally tally) {
    for (Level level : Level.values()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-15s %-6s P %s  R %s  F1 %s   (%d right of %d read, %d gold)",
              name,
              level.name().toLowerCase(Locale.ROOT),
              rounded(share(tally.right(level), tally.read)),
              rounded(share(tally.right(level), tally.gold)),
              rounded(f1(tally, level)),
              tally.right(level),
              tally.read,
              tally.gold));
    }
  }

  private String fields() {
    int found = all.right(Level.FOUND);
    List<String> words = new ArrayList<>();
    for (Field field : Field.values()) {
      String share = found == 0 ? "-" : rounded(share(right.getOrDefault(field, 0), found));
      words.add(field.name().toLowerCase(Locale.ROOT) + " " + share);
    }
    return String.join("  ", words);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static double f1(Tally tally, Level level) {
    double precision = share(tally.right(level), tally.read);
    double recall = share(tally.right(level), tally.gold);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** As C and Python round: the binary value itself, half to even. */
  private static String rounded(double value) {
    return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
  }
}
