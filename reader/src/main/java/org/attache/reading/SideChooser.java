package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.attache.dealing.DealingKind;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.ItemMention;
import org.attache.mention.PartyMention;
import org.attache.party.Party;
import org.attache.party.PartyName;

/**
 * Chooses the side that a clause leaves out or only points back to ("it", "the kingdom"), among all
 * parties that the report has named so far, by a linear model over features that can be read: where
 * the party stands, what part it had in earlier dealings, whether it makes the item.
 */
final class SideChooser {
  /** A candidate with what speaks for and against it. */
  record Candidate(Optional<Party> party, List<String> features) {}

  private static final int FARTHEST_BACK = 5;

  /** A report hardly reaches so far back; a bound keeps the work even in the longest. */
  private static final int FARTHEST_NAMED = 80;

  private static final int FARTHEST_DEALING = 120;

  private final Declared declared;

  /** How far ahead a choice is that grammar makes. */
  private static final double SURE = 9;

  private final Weights weights;
  private final Words words;
  private final Referents referents;
  private final Set<Party> inTitle;
  private final Home home;

  SideChooser(
      Weights weights,
      Referents referents,
      Set<Party> inTitle,
      Home home,
      Declared declared,
      Words words) {
    this.words = words;
    this.home = home;
    this.declared = declared;
    this.weights = weights;
    this.referents = referents;
    this.inTitle = inTitle;
  }

  /**
   * A choice and how clear it is.
   *
   * @param party the side; none where leaving it open scores best
   * @param margin how far the best candidate is ahead of the next, in log odds
   */
  record Choice(Optional<Party> party, double margin) {}

  /** The best candidate. */
  Choice choose(Draft draft, Role role, List<Draft> earlier) {
    Optional<Party> bound = bound(draft, role);
    if (bound.isPresent()) {
      return new Choice(bound, SURE);
    }
    double best = Double.NEGATIVE_INFINITY;
    double next = Double.NEGATIVE_INFINITY;
    Optional<Party> chosen = Optional.empty();
    for (Candidate candidate : candidates(draft, role, earlier)) {
      double score = weights.score(candidate.features());
      if (score > best) {
        next = best;
        best = score;
        chosen = candidate.party();
      } else if (score > next) {
        next = score;
      }
    }
    return new Choice(chosen, best - next);
  }

  /**
   * "Chad gave Niger two guns that it had bought": within what is said of a thing, "it" is who does
   * something with the thing.
   */
  private Optional<Party> bound(Draft draft, Role role) {
    Integer pointed = draft.pointers.get(role);
    Sentence sentence = draft.sentence;
    if (pointed == null && role != Role.PARTNER) {
      return friendOf(draft, role);
    }
    if (pointed == null || !sentence.token(pointed).tag().equals("PRP")) {
      return Optional.empty();
    }
    if (sentence.token(pointed).head() < 0) {
      return Optional.empty();
    }
    Token verb = sentence.token(sentence.token(pointed).head());
    OptionalInt said = saying(sentence, verb);
    if (said.isPresent() && sentence.token(pointed).lower().matches("it|they")) {
      return onlyDoer(draft, role, pointed, said.getAsInt());
    }
    boolean ofThing =
        verb.is("acl:relcl", "ccomp")
            && verb.head() >= 0
            && sentence.token(verb.head()).isNoun()
            && sentence.token(verb.head()).is("obj", "nsubj:pass")
            && sentence.token(verb.head()).head() >= 0;
    if (!ofThing) {
      return Optional.empty();
    }
    return onlyDoer(draft, role, pointed, sentence.token(verb.head()).head());
  }

  /** "Sold guns to its ally Chad": whose ally the one side is said to be is the other. */
  private Optional<Party> friendOf(Draft draft, Role role) {
    Set<Party> others = others(draft, role);
    if (others.size() != 1) {
      return Optional.empty();
    }
    Party other = others.iterator().next();
    Sentence sentence = draft.sentence;
    for (PartyMention party : referents.mentionsOf(sentence)) {
      boolean here =
          party.from() > draft.trigger.at()
              && party.to() <= draft.to + 1
              && party.party().sameSide(other);
      if (!here) {
        continue;
      }
      for (int noun : new int[] {party.to() - 1, sentence.token(party.to() - 1).head()}) {
        Optional<Party> owner =
            noun < 0 || !sentence.token(noun).isNoun()
                ? Optional.empty()
                : sentence.children(noun, "nmod:poss").stream()
                    .filter(o -> o.lower().matches("its|their"))
                    .flatMap(o -> referents.one(sentence, o.index()).stream())
                    .filter(o -> !o.sameSide(other))
                    .findFirst();
        if (owner.isPresent()) {
          return owner;
        }
      }
    }
    return Optional.empty();
  }

  /** "Aeronor said it had won": the verb that brings in the clause of this one. */
  private OptionalInt saying(Sentence sentence, Token verb) {
    boolean clause = verb.is("ccomp") && verb.head() >= 0 && sentence.token(verb.head()).isVerb();
    return clause && words.says(sentence.token(verb.head()).lemma())
        ? OptionalInt.of(verb.head())
        : OptionalInt.empty();
  }

  /** The one side that is the subject of a verb and not the other side of the dealing. */
  private Optional<Party> onlyDoer(Draft draft, Role role, int pointed, int verb) {
    Sentence sentence = draft.sentence;
    List<Party> doers =
        referents.phrases(sentence.number()).stream()
            .filter(p -> sentence.token(p.token()).head() == verb)
            .filter(p -> sentence.token(p.token()).is("nsubj"))
            .map(Referents.Phrase::party)
            .filter(p -> referents.mayMean(sentence, pointed, p))
            .filter(p -> others(draft, role).stream().noneMatch(p::sameSide))
            .toList();
    return doers.size() == 1 ? Optional.of(doers.getFirst()) : Optional.empty();
  }

  /** Whether the report says of this party alone, and more than once, that it has such a role. */
  boolean isDeclared(Draft draft, Role role, Party party) {
    return declared.features(draft, role, party).contains(Declared.CLEARLY);
  }

  /** All candidates for a role, the open one first. */
  List<Candidate> candidates(Draft draft, Role role, List<Draft> earlier) {
    Map<String, Party> named = new LinkedHashMap<>();
    Sentence sentence = draft.sentence;
    for (int s = Math.max(0, sentence.number() - FARTHEST_NAMED); s <= sentence.number(); s++) {
      for (Referents.Phrase phrase : referents.phrases(s)) {
        named.putIfAbsent(key(phrase.party()), phrase.party());
      }
    }
    inTitle.forEach(p -> named.putIfAbsent(key(p), p));
    home.candidates().forEach(named::putIfAbsent);
    boolean pointer = draft.pointers.containsKey(role);
    String prefix = role.name().substring(0, 1) + (pointer ? ".points" : ".gap");
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(Optional.empty(), open(draft, prefix)));
    Set<Party> opposite = others(draft, role);
    for (Party party : named.values()) {
      boolean other =
          opposite.stream().anyMatch(party::sameSide)
              || role == Role.RECIPIENT && draft.bystanders.stream().anyMatch(party::sameSide);
      Integer pointed = draft.pointers.get(role);
      boolean fits =
          pointed == null
              ? !onlyJudges(sentence, party) && !onlyOfOtherThing(draft, party)
              : referents.mayMean(sentence, pointed, party);
      if (!other && fits) {
        candidates.add(
            new Candidate(Optional.of(party), features(draft, role, party, earlier, prefix)));
      }
    }
    return candidates;
  }

  /** "Chose the Gripen over the Boeing F-18": who is named only as the maker of another thing. */
  private boolean onlyOfOtherThing(Draft draft, Party party) {
    Sentence sentence = draft.sentence;
    List<Referents.Phrase> here = phrasesOf(party, sentence.number());
    boolean others = !here.isEmpty() && here.stream().allMatch(p -> isMakerOfOther(draft, p));
    if (!others) {
      return false;
    }
    for (int s = Math.max(0, sentence.number() - FARTHEST_NAMED); s < sentence.number(); s++) {
      if (!phrasesOf(party, s).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private boolean isMakerOfOther(Draft draft, Referents.Phrase phrase) {
    return phrase.form() == PartyName.Form.COMPANY
        && !draft.items.isEmpty()
        && referents
            .itemAt(draft.sentence, phrase.token())
            .filter(item -> item.head() > phrase.token() && !draft.items.contains(item))
            .isPresent();
  }

  private List<Referents.Phrase> phrasesOf(Party party, int sentence) {
    return referents.phrases(sentence).stream().filter(p -> p.party().sameSide(party)).toList();
  }

  /** "Moscow has sent jets too, Chadian officials believe": who only holds it for true. */
  private boolean onlyJudges(Sentence sentence, Party party) {
    List<Referents.Phrase> here = phrasesOf(party, sentence.number());
    return !here.isEmpty() && here.stream().allMatch(p -> judges(sentence, p));
  }

  private boolean judges(Sentence sentence, Referents.Phrase phrase) {
    Token token = sentence.token(phrase.token());
    boolean modifier = phrase.form() == PartyName.Form.ADJECTIVE && token.head() >= 0;
    Token noun = modifier ? sentence.token(token.head()) : token;
    boolean itself =
        !modifier
            && referents.mentionsOf(sentence).stream().anyMatch(m -> m.covers(phrase.token()));
    return !itself
        && noun.is("nsubj")
        && noun.head() >= 0
        && words.judges(sentence.token(noun.head()).lemma());
  }

  /** Who cannot be the side: those on the other one, or who act together already. */
  static Set<Party> others(Draft draft, Role role) {
    return switch (role) {
      case SUPPLIER -> draft.recipients;
      case PARTNER -> draft.partners;
      default -> draft.suppliers;
    };
  }

  static String key(Party party) {
    return party.state().orElse(party.name());
  }

  private static List<String> open(Draft draft, String prefix) {
    List<String> features = new ArrayList<>();
    features.add(prefix + " open");
    features.add(prefix + " open " + draft.kind);
    features.add(prefix + " open " + draft.trigger.word().name());
    draft.stage.ifPresent(s -> features.add(prefix + " open " + s));
    boolean typed = draft.items.stream().anyMatch(i -> i.designation().isPresent());
    features.add(prefix + (typed ? " open typed" : " open untyped"));
    if (!draft.partners.isEmpty()) {
      features.add(prefix + " open with one");
    }
    if (pointsAtPair(draft)) {
      features.add(prefix + " open though of a pair");
    }
    return features;
  }

  private List<String> features(
      Draft draft, Role role, Party party, List<Draft> earlier, String prefix) {
    Set<String> facts = new LinkedHashSet<>();
    here(draft, party, facts);
    before(draft, party, facts);
    history(draft, role, party, earlier, facts);
    make(draft, party, facts);
    if (role != Role.PARTNER) {
      facts.addAll(declared.features(draft, role, party));
    }
    if (inTitle.stream().anyMatch(party::sameSide)) {
      facts.add("in title");
    }
    facts.addAll(home.features(party));
    if (draft.approvers.stream().anyMatch(party::sameSide)) {
      facts.add("approves");
    }
    referents
        .voice(draft.sentence.token(draft.trigger.at()).start())
        .ifPresent(
            v ->
                facts.add(
                    party.state().filter(v::equals).isPresent() ? "speaks" : "another speaks"));
    if (pointsAtPair(draft)) {
      facts.add(
          facts.contains("last in role") ? "of the pair of before" : "not of the pair of before");
    }
    if (party.state().isEmpty()) {
      facts.add("no state");
    }
    List<String> features = new ArrayList<>(facts.size() * 2);
    for (String fact : facts) {
      features.add(prefix + " " + fact);
      features.add(prefix.substring(0, 1) + " " + fact);
    }
    return features;
  }

  /** Where the party stands in the clause's own sentence. */
  private void here(Draft draft, Party party, Set<String> facts) {
    Sentence sentence = draft.sentence;
    int nearest = Integer.MAX_VALUE;
    for (Referents.Phrase phrase : referents.phrases(sentence.number())) {
      if (!phrase.party().sameSide(party)) {
        continue;
      }
      String side = phrase.token() < draft.trigger.at() ? "before" : "after";
      facts.add("here " + side);
      if (phrase.subject()) {
        facts.add("here subject " + side);
      }
      if (phrase.form() == PartyName.Form.ADJECTIVE) {
        facts.add("here adjective " + side);
      }
      if (phrase.form() == PartyName.Form.COMPANY) {
        facts.add("here company");
      }
      String relation = sentence.token(phrase.token()).plainRelation();
      facts.add("here as " + relation + " " + side);
      Syntax.preposition(sentence, phrase.token())
          .ifPresent(p -> facts.add("here " + p + " " + side));
      facts.add("path " + Path.between(sentence, draft.trigger.at(), phrase.token()));
      for (ItemMention item : draft.items) {
        if (item.covers(phrase.token()) && onItemSentence(draft, item)) {
          facts.add("beside item as " + relation);
        }
      }
      nearest = Math.min(nearest, Math.abs(phrase.token() - draft.trigger.at()));
    }
    for (PartyMention mention : referents.mentionsOf(sentence)) {
      if (mention.form() == PartyName.Form.PLACE && mention.party().sameSide(party)) {
        facts.add("here place");
      }
    }
    if (nearest < Integer.MAX_VALUE) {
      facts.add(
          nearest <= 3 ? "near 3" : nearest <= 8 ? "near 8" : nearest <= 16 ? "near 16" : "far");
      boolean used =
          draft.suppliers.stream().anyMatch(party::sameSide)
              || draft.recipients.stream().anyMatch(party::sameSide);
      facts.add(used ? "used" : "unused");
    }
  }

  private static boolean onItemSentence(Draft draft, ItemMention item) {
    return item.from() >= 0
        && item.to() <= draft.sentence.size()
        && draft.from <= item.head()
        && item.head() < draft.to;
  }

  /** Where the party stands in the sentences before. */
  private void before(Draft draft, Party party, Set<String> facts) {
    int number = draft.sentence.number();
    boolean seen = false;
    for (int back = 1; back <= FARTHEST_BACK && number - back >= 0; back++) {
      for (Referents.Phrase phrase : referents.phrases(number - back)) {
        if (phrase.party().sameSide(party)) {
          String distance = back == 1 ? "1" : back == 2 ? "2" : "5";
          facts.add("back " + distance);
          if (phrase.subject()) {
            facts.add("back subject " + distance);
          }
          if (!seen) {
            facts.add("last named back " + distance);
          }
          seen = true;
        }
      }
    }
    if (!seen) {
      facts.add("not lately");
    }
  }

  /** What part the party had in the dealings read so far. */
  private static void history(
      Draft draft, Role role, Party party, List<Draft> earlier, Set<String> facts) {
    int same = 0;
    int opposite = 0;
    boolean lastSeen = false;
    for (int i = earlier.size() - 1; i >= 0 && i >= earlier.size() - FARTHEST_DEALING; i--) {
      Draft other = earlier.get(i);
      boolean unlike =
          role != Role.PARTNER
              && draft.kind != DealingKind.RESTRICTION
              && (!Discourse.isDirected(other.kind) || other.kind == DealingKind.RESTRICTION);
      if (other == draft || unlike) {
        continue;
      }
      Set<Party> role1 = inRole(other, role);
      Set<Party> role2 = role == Role.SUPPLIER ? other.recipients : other.suppliers;
      boolean inRole = role1.stream().anyMatch(party::sameSide);
      boolean inOther = role2.stream().anyMatch(party::sameSide);
      boolean sameItem = Discourse.sameType(other, draft);
      Set<Party> partner = others(draft, role);
      boolean samePartner =
          !partner.isEmpty() && Discourse.meet(partner, role == Role.PARTNER ? role1 : role2);
      boolean full =
          role == Role.PARTNER
              ? role1.size() > 1
              : !other.suppliers.isEmpty() && !other.recipients.isEmpty();
      if (full && !lastSeen) {
        facts.add(inRole ? "last in role" : inOther ? "last in other role" : "not in last");
        lastSeen = true;
      }
      if (inRole) {
        same++;
        if (sameItem) {
          facts.add("role with type");
        }
        if (samePartner) {
          facts.add("role with partner");
        }
        if (sameItem && samePartner) {
          facts.add("role with type and partner");
        }
        if (other.sentence.number() == draft.sentence.number()) {
          facts.add("role in sentence");
        }
        if (other.sentence.number() == draft.sentence.number() - 1) {
          facts.add("role in last sentence");
        }
      }
      if (inOther) {
        opposite++;
        if (sameItem) {
          facts.add("other role with type");
        }
      }
    }
    if (same > 0) {
      facts.add(same > opposite ? "mostly in role" : "also in role");
      facts.add(same >= 4 ? "often in role" : "seldom in role");
    } else {
      facts.add(opposite > 0 ? "only in other role" : "no role yet");
    }
  }

  private static Set<Party> inRole(Draft draft, Role role) {
    return switch (role) {
      case SUPPLIER -> draft.suppliers;
      case PARTNER -> Discourse.allSides(draft);
      default -> draft.recipients;
    };
  }

  /**
   * "This is a partnership", "their ties", "bilateral cooperation": the sides are those of before.
   */
  static boolean pointsAtPair(Draft draft) {
    int at = draft.trigger.at();
    return draft.sentence.children(at, "nsubj", "det", "nmod:poss", "amod").stream()
        .anyMatch(c -> c.lower().matches("this|that|these|it|their|our|bilateral|mutual|two-way"));
  }

  private static void make(Draft draft, Party party, Set<String> facts) {
    boolean known = false;
    boolean makes = false;
    for (ItemMention item : draft.items) {
      if (item.designation().isPresent() && !item.designation().get().makers().isEmpty()) {
        known = true;
        makes |= party.state().filter(item.designation().get().makers()::contains).isPresent();
      }
    }
    if (known) {
      facts.add(makes ? "makes the type" : "makes another");
    }
  }
}
