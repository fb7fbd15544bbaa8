package org.attache.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attache.claim.Certainty;
import org.attache.claim.Stage;
import org.attache.lexicon.Row;
import org.attache.lexicon.Tables;

/** Small word lists that reading goes by: bodies, epithets of states, hedges. */
final class Words {
  /** What a word above a verb does to a statement. */
  record Hedge(Certainty certainty, boolean future, boolean denies) {}

  private final Map<String, Set<String>> epithets = new HashMap<>();
  private final Map<String, Set<String>> regions = new HashMap<>();
  private final Set<String> bodies = new HashSet<>();
  private final Set<String> offices = new HashSet<>();
  private final Map<String, Hedge> hedges = new HashMap<>();
  private final Map<String, Certainty> adverbs = new HashMap<>();
  private final Map<String, Set<String>> nouns = new HashMap<>();
  private final Map<String, Set<String>> stageWords = new HashMap<>();

  Words(Tables tables) {
    for (Row row : tables.rows("epithets")) {
      epithets.put(row.get("noun"), Set.copyOf(row.list("states")));
    }
    for (Row row : tables.rows("regions")) {
      regions.put(row.get("name"), Set.copyOf(row.list("states")));
    }
    for (Row row : tables.rows("bodies")) {
      bodies.add(noun(row.get("pattern")));
    }
    for (Row row : tables.rows("offices")) {
      if (row.get("rank").equals("named")) {
        offices.add(noun(row.get("office")));
      }
    }
    for (Row row : tables.rows("hedges")) {
      hedges.put(
          row.get("word"),
          new Hedge(
              row.constant("certainty", Certainty.class),
              row.get("time").equals("future"),
              row.get("polarity").equals("denied")));
    }
    for (Row row : tables.rows("hedging-adverbs")) {
      adverbs.put(row.get("word"), row.constant("certainty", Certainty.class));
    }
    for (Row row : tables.rows("stage-words")) {
      stageWords.computeIfAbsent(row.get("sort"), s -> new HashSet<>()).add(row.get("word"));
    }
    for (Row row : tables.rows("side-nouns")) {
      nouns.computeIfAbsent(row.get("sort"), s -> new HashSet<>()).add(row.get("noun"));
    }
  }

  /** The states that an epithet fits, none meaning any; empty for a word that is no epithet. */
  Optional<Set<String>> epithet(String lemma) {
    return Optional.ofNullable(epithets.get(lemma.toLowerCase(Locale.ROOT)));
  }

  /** The states that words before an epithet fit: "South American"; none for other words. */
  Set<String> region(String words) {
    return regions.getOrDefault(words.toLowerCase(Locale.ROOT).replace(" - ", "-"), Set.of());
  }

  /** Whether a noun is an office that a named person holds: "coordinator". */
  boolean isOffice(String lemma) {
    return offices.contains(lemma.toLowerCase(Locale.ROOT));
  }

  boolean isBody(String lemma) {
    return bodies.contains(lemma.toLowerCase(Locale.ROOT));
  }

  /** "Ministry" of "joint ministry of defence": what a name of several words is, with no more. */
  private static String noun(String name) {
    String head = name.replaceFirst(" (of|for|in|to|on) .*", "");
    return head.substring(head.lastIndexOf(' ') + 1);
  }

  /** Whether it is what a thing is given for, and nobody who gets it: "for use in Chad". */
  boolean isPurpose(String lemma) {
    return isStageWord("purpose", lemma);
  }

  /** Whether it is what people are taught to do with a thing: "operate". */
  boolean isHandling(String lemma) {
    return isStageWord("handling", lemma);
  }

  boolean isCompany(String lemma) {
    return isNoun("company", lemma);
  }

  boolean isSidesNoun(String lemma) {
    return isNoun("sides", lemma);
  }

  /** Whether a noun is money and the like, which comes from one who is no side: "funding". */
  boolean isFunding(String lemma) {
    return isNoun("funding", lemma);
  }

  /** Whether a noun brings what somebody has said: "report", "allegation". */
  boolean isReport(String lemma) {
    return isNoun("report", lemma);
  }

  /** Whether a noun is what one gives in words and no goods: "details", "assurance". */
  boolean isImmaterial(String lemma) {
    return isNoun("immaterial", lemma);
  }

  /** Whether a noun is a part of a company that may go by the company's name: "unit", "arm". */
  boolean isCompanyPart(String lemma) {
    return isNoun("company-part", lemma);
  }

  /** Whether an adjective is of several states that have no name together: "European". */
  boolean isOfMany(String word) {
    return isNoun("of-many", word);
  }

  /** Whether a noun may stand for a dealing that was told before: "move". */
  boolean pointsAtDealing(String lemma) {
    return isNoun("dealing", lemma);
  }

  /** Whether a participle tells where somebody is at home: "based". */
  boolean isSeated(String word) {
    return isNoun("seat", word);
  }

  /** Whether a noun is people under arms who are nobody's forces: "rebel". */
  boolean isIrregular(String lemma) {
    return isNoun("irregular", lemma);
  }

  /** Whether a noun is people under arms who are nobody's forces, where a word says so: "group". */
  boolean isBand(String lemma) {
    return isNoun("band", lemma);
  }

  /** Whether a word before such a noun says so: "armed". */
  boolean isLawless(String word) {
    return isNoun("lawless", word);
  }

  /** Whether a noun in the plural is a group of sides without names: "customers", "partners". */
  boolean isGroup(String lemma) {
    return isNoun("group", lemma);
  }

  /** Whether a noun is something written or spoken: "statement". */
  boolean isText(String lemma) {
    return isNoun("text", lemma);
  }

  /** Whether a noun is what a state lays down: "decree". */
  boolean isLaw(String lemma) {
    return isNoun("law", lemma);
  }

  /** Whether a word says of somebody that he knows of something: "familiar", "briefed". */
  boolean isKnowledge(String lemma) {
    return isNoun("knowledge", lemma);
  }

  /** Whether a word calls what was said untrue: "baseless", "fabrication". */
  boolean isUntrue(String lemma) {
    return isNoun("untrue", lemma);
  }

  /** Whether a noun is what is looked for: "evidence", "sign". */
  boolean isSign(String lemma) {
    return isNoun("sign", lemma);
  }

  /** Whether a noun is for people who are sent to learn: "pilot", "cadet". */
  boolean isPupil(String lemma) {
    return isNoun("pupil", lemma);
  }

  /** Whether a noun is for people, who come and go and are no goods: "delegation", "pilot". */
  boolean isPeople(String lemma) {
    return isNoun("visitor", lemma) || isPupil(lemma);
  }

  /** Whether a noun is for those who have or buy something: "operator", "customer". */
  boolean isHolder(String lemma) {
    return isNoun("holder", lemma);
  }

  /** Whether a noun is for work done on arms: "maintenance", "services". */
  boolean isWork(String lemma) {
    return isNoun("work", lemma);
  }

  /** Whether a verb is for having guests: "host", "welcome". */
  boolean hosts(String lemma) {
    return isStageWord("hosting", lemma);
  }

  /** Whether a verb brings in what its subject says, of itself for the most part: "announce". */
  boolean says(String lemma) {
    return tells(lemma) || isStageWord("announcing", lemma);
  }

  /** Whether a verb only brings words: "comment", "identify". */
  boolean tells(String lemma) {
    return isStageWord("telling", lemma);
  }

  /** Whether a noun is what its owner wants or means to do: "request", "bid", "decision". */
  boolean isWish(String lemma) {
    return isStageWord("wish", lemma);
  }

  /** Whether a passive verb tells that a dealing was brought about: "was signed by". */
  boolean carriesOut(String lemma) {
    return isStageWord("carrying-out", lemma);
  }

  /** Whether a restriction goes by the name of the one it hits: "the Chad embargo". */
  boolean isNamedAfterTarget(String noun) {
    return isStageWord("named-after-target", noun);
  }

  /** Whether the parliament and ministries of a state have to consent to what it sells abroad. */
  boolean controlsSales(String state) {
    return isStageWord("controls-sales", state);
  }

  /** Whether a verb is of politeness, so that "want to" before it says nothing of a dealing. */
  boolean isCourtesy(String lemma) {
    return isStageWord("courtesy", lemma);
  }

  /** How far a dealing has got that is "under" such a noun: "consideration", "negotiation". */
  Optional<Stage> weighing(String lemma) {
    return isStageWord("weighing", lemma)
        ? Optional.of(Stage.CONSIDERED)
        : isStageWord("talking", lemma) ? Optional.of(Stage.NEGOTIATED) : Optional.empty();
  }

  /** Whether a verb says that something agreed upon is carried on: "proceed". */
  boolean isGoingAhead(String lemma) {
    return isStageWord("going-ahead", lemma);
  }

  /** Whether a noun is a kind of armed forces: "army". */
  boolean isForces(String lemma) {
    return isNoun("forces", lemma);
  }

  /** Whether a noun is a vehicle that armies have as well as others: "truck". */
  boolean isVehicle(String noun) {
    return isNoun("vehicle", noun);
  }

  /** Whether a verb lets somebody do something: "allow". */
  boolean permits(String lemma) {
    return isStageWord("permission", lemma);
  }

  /** Whether "in" and a noun tell with whom something is done: "in collaboration with". */
  boolean isAdverbial(String lemma) {
    return isStageWord("adverbial", lemma);
  }

  /** Whether a verb sums up what has been sold or sent so far: "total", "exceed". */
  boolean sumsUp(String lemma) {
    return isStageWord("sum", lemma);
  }

  /** Whether a verb says what comes of something: "lead to a contract". */
  boolean isOutcome(String lemma) {
    return isStageWord("outcome", lemma);
  }

  /** "Prevent", "stop": verbs that keep somebody from doing something. */
  boolean prevents(String lemma) {
    return isStageWord("prevention", lemma);
  }

  /** "Violate", "flout": verbs for not keeping a ban. */
  boolean breaks(String lemma) {
    return isStageWord("breach", lemma);
  }

  /** Whether a verb says of something that it is not so: "deny", "refute". */
  boolean denies(String lemma) {
    return isStageWord("denial", lemma);
  }

  /** Whether a verb says of a charge that it is not so: "deny", "reject". */
  boolean rebuts(String lemma) {
    return denies(lemma) || isStageWord("rebuttal", lemma);
  }

  /** Whether a verb gives something a name: "call", "term". */
  boolean terms(String lemma) {
    return isStageWord("naming", lemma);
  }

  /** Whether a word says that something has almost come about: "close", "verge". */
  boolean isNearness(String lemma) {
    return isStageWord("nearness", lemma);
  }

  /** Whether a verb holds something for true: "believe". */
  boolean believes(String lemma) {
    return isStageWord("belief", lemma);
  }

  /** Whether a verb tells what somebody only makes out about others: "suspect". */
  boolean judges(String lemma) {
    return isStageWord("judging", lemma);
  }

  /** Whether a verb tells what an agreement has in it: "include". */
  boolean contains(String lemma) {
    return isStageWord("containing", lemma);
  }

  /** Whether a noun tells what somebody could do: "ability". */
  boolean isAbility(String lemma) {
    return isNoun("ability", lemma);
  }

  /** Whether an adjective says that a dealing is only possible: "potential". */
  boolean isPossible(String word) {
    return isStageWord("possible", word);
  }

  /** Whether an adjective says that a dealing is meant to come: "planned". */
  boolean isIntended(String word) {
    return isStageWord("intended", word);
  }

  /** Whether a noun is what somebody means to do: "plan". */
  boolean isPlan(String lemma) {
    return isStageWord("plan", lemma);
  }

  /** Whether a verb says that somebody has a thing in service: "operate". */
  boolean isService(String lemma) {
    return isStageWord("service", lemma);
  }

  private boolean isNoun(String sort, String lemma) {
    return nouns.getOrDefault(sort, Set.of()).contains(lemma.toLowerCase(Locale.ROOT));
  }

  private boolean isStageWord(String sort, String lemma) {
    return stageWords.getOrDefault(sort, Set.of()).contains(lemma.toLowerCase(Locale.ROOT));
  }

  /** Whether a noun says what a dealing costs: "price", "cost". */
  boolean isPrice(String lemma) {
    return isNoun("price", lemma);
  }

  /** Whether a noun, even without an article, is a step of a dealing spoken of: "deliveries". */
  boolean isSchedule(String lemma) {
    return isNoun("schedule", lemma);
  }

  boolean isPart(String lemma) {
    return isNoun("part", lemma);
  }

  Optional<Hedge> hedge(String lemma) {
    return Optional.ofNullable(hedges.get(lemma.toLowerCase(Locale.ROOT)));
  }

  Optional<Certainty> adverb(String word) {
    return Optional.ofNullable(adverbs.get(word.toLowerCase(Locale.ROOT)));
  }
}
