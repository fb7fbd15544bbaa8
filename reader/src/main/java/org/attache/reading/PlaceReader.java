package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;
import org.attache.mention.PartyMention;
import org.attache.party.PartyName;

/**
 * Reads what stands where around a trigger: its subject, its object, what a preposition ties to it.
 */
final class PlaceReader {
  private final Words words;

  PlaceReader(Words words) {
    this.words = words;
  }

  /** The words at each place around a trigger, by the parse. */
  Map<String, List<Integer>> read(Trigger trigger, Mentions mentions, Structure structure) {
    Sentence sentence = structure.sentence();
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    if (trigger.word().verb()) {
      verbPlaces(sentence, trigger, mentions, places);
    } else {
      nounPlaces(sentence, trigger, mentions, places, structure);
    }
    return places;
  }

  private static void put(Map<String, List<Integer>> places, String place, int token) {
    List<Integer> tokens = places.computeIfAbsent(place, p -> new ArrayList<>());
    if (!tokens.contains(token)) {
      tokens.add(token);
    }
  }

  private void verbPlaces(
      Sentence sentence, Trigger trigger, Mentions mentions, Map<String, List<Integer>> places) {
    int at = trigger.at();
    boolean passive = Syntax.passive(sentence, at);
    Syntax.subject(sentence, at).ifPresent(s -> put(places, "s", whoIsCalled(sentence, s)));
    if (!passive && !places.containsKey("s") && sentence.token(at).is("acl")) {
      int noun = sentence.token(at).head();
      int who = whoIsCalled(sentence, noun);
      if (who != noun) {
        put(places, "s", who);
      }
    }
    for (Token child : sentence.children(at)) {
      switch (child.plainRelation()) {
        case "nsubj" -> {
          if (child.is("nsubj:pass")) {
            put(
                places,
                isGiven(sentence, trigger) ? "i" : "o",
                Syntax.antecedent(sentence, child.index(), at));
          }
        }
        case "obj" -> {
          put(places, "o", Syntax.antecedent(sentence, child.index(), at));
          nested(sentence, child.index(), trigger, places);
        }
        case "iobj" -> put(places, "i", child.index());
        case "obl", "nmod" -> prepositional(sentence, child, passive, trigger, places);
        default -> {}
      }
    }
    for (int i = trigger.from(); i < trigger.to(); i++) {
      if (i != at) {
        for (Token child : sentence.children(i, "obl", "nmod", "obj")) {
          if (!trigger.covers(child.index())) {
            if (child.is("obj")) {
              put(places, "o", child.index());
            } else {
              prepositional(sentence, child, passive, trigger, places);
            }
          }
        }
      }
    }
    receiverRightAfter(sentence, trigger, mentions, places);
    Token token = sentence.token(at);
    if (!places.containsKey("o") && token.head() >= 0) {
      boolean participle =
          token.is("acl") && token.tag().equals("VBN")
              || token.is("amod") && token.tag().equals("VBG") && token.head() > at
              || token.is("ccomp", "dep")
                  && sentence.token(token.head()).isNoun()
                  && sentence.children(at, "mark").stream().anyMatch(m -> m.lower().equals("that"));
      boolean gap =
          token.is("acl:relcl")
              && !sentence.children(at, "nsubj").isEmpty()
              && Syntax.antecedent(sentence, sentence.children(at, "nsubj").getFirst().index(), at)
                  == sentence.children(at, "nsubj").getFirst().index();
      boolean infinitive = token.is("acl") && token.tag().equals("VB") && passive;
      if (participle || gap || infinitive) {
        put(places, "o", token.head());
      }
      if (token.is("xcomp") && !passive) {
        wishedThing(sentence, at).ifPresent(o -> put(places, "o", o));
      }
      if (token.is("conj") && sentence.token(token.head()).isVerb()) {
        List<Token> shared = sentence.children(token.head(), passive ? "nsubj:pass" : "obj");
        if (!shared.isEmpty() && (passive || shared.getFirst().index() > at)) {
          put(places, "o", Syntax.antecedent(sentence, shared.getFirst().index(), token.head()));
        }
      }
      if (token.is("xcomp") && passive) {
        for (Token subject : sentence.children(token.head(), "nsubj", "nsubj:pass")) {
          put(places, "o", Syntax.antecedent(sentence, subject.index(), token.head()));
        }
      }
    }
  }

  /** "Chad and Mali are among the states that have bought drones": Chad and Mali have. */
  private static int whoIsCalled(Sentence sentence, int noun) {
    int at = noun;
    for (int step = 0; step < 3; step++) {
      List<Token> subjects = sentence.children(at, "nsubj");
      if (!subjects.isEmpty() && !sentence.children(at, "cop").isEmpty()) {
        boolean so =
            !subjects.getFirst().tag().startsWith("PRP")
                && !subjects.getFirst().tag().equals("DT")
                && !Syntax.negated(sentence, at, Set.of());
        return so ? Syntax.antecedent(sentence, subjects.getFirst().index(), at) : noun;
      }
      Token token = sentence.token(at);
      boolean part =
          token.is("nmod")
              && token.head() >= 0
              && Syntax.preposition(sentence, at).filter("of"::equals).isPresent()
              && isSomeOf(sentence.token(token.head()));
      if (!part) {
        return noun;
      }
      at = token.head();
    }
    return noun;
  }

  /** "One", "some", "several", "the first": so many of what follows. */
  private static boolean isSomeOf(Token word) {
    return word.tag().matches("CD|DT|JJ[RS]?|PDT")
        || word.lemma().matches("part|number|group|list");
  }

  /** "Was promised ten tanks": who gets them, where the thing stands behind the verb. */
  private static boolean isGiven(Sentence sentence, Trigger trigger) {
    return !trigger.word().at("i").isEmpty()
        && sentence.children(trigger.at(), "obj").stream()
            .anyMatch(thing -> thing.index() > trigger.at() && thing.isNoun());
  }

  /** "The guns that Oslo has agreed to buy": the thing, which the parse gives the verb above. */
  private static OptionalInt wishedThing(Sentence sentence, int infinitive) {
    int verb = infinitive;
    while (sentence.token(verb).is("xcomp") && sentence.token(verb).head() >= 0) {
      verb = sentence.token(verb).head();
    }
    Token outer = sentence.token(verb);
    if (!outer.is("acl:relcl") || outer.head() < 0) {
      return OptionalInt.empty();
    }
    List<Token> objects = sentence.children(verb, "obj");
    boolean relative = objects.stream().anyMatch(o -> o.tag().matches("WDT|WP"));
    boolean bare =
        objects.isEmpty()
            && sentence.children(verb, "nsubj").stream()
                .anyMatch(s -> Syntax.antecedent(sentence, s.index(), outer.index()) == s.index());
    return relative || bare ? OptionalInt.of(outer.head()) : OptionalInt.empty();
  }

  /**
   * "Sold Armenia four batteries": the party right after the verb gets, whatever the parse says.
   */
  private static void receiverRightAfter(
      Sentence sentence, Trigger trigger, Mentions mentions, Map<String, List<Integer>> places) {
    if (trigger.word().at("i").isEmpty() || places.containsKey("i")) {
      return;
    }
    for (PartyMention party : mentions.parties()) {
      int first = party.from();
      while (first > trigger.to() && sentence.token(first - 1).tag().equals("DT")) {
        first--;
      }
      boolean modifies =
          party.form() == PartyName.Form.ADJECTIVE
              || party.form() == PartyName.Form.PLACE
              || sentence.token(party.to() - 1).is("nmod:poss")
              || party.to() < sentence.size() && sentence.token(party.to()).tag().equals("POS");
      boolean itemAfter =
          mentions.items().stream()
              .anyMatch(
                  i -> i.to() > party.to() && i.from() <= party.to() && i.head() >= party.to());
      if (first == trigger.to()
          && !modifies
          && itemAfter
          && party.to() < sentence.size()
          && sentence.token(party.to()).tag().matches("CD|DT|JJ.*|NN.*|VBN|RB|IN")) {
        put(places, "i", party.to() - 1);
      }
    }
  }

  private void prepositional(
      Sentence sentence,
      Token child,
      boolean passive,
      Trigger trigger,
      Map<String, List<Integer>> places) {
    Optional<String> preposition = Syntax.preposition(sentence, child.index());
    if (preposition.isEmpty() || isOfFunding(sentence, child.index())) {
      return;
    }
    String place = preposition.get();
    if (place.equals("by") && passive && trigger.word().verb()) {
      put(places, "s", child.index());
    } else if (trigger.word().phrase().size() > 1
        && place.equals(trigger.word().phrase().getLast())
        && trigger.word().at(place).isEmpty()) {
      put(places, "o", child.index());
    } else {
      put(places, place, child.index());
    }
    nested(sentence, child.index(), trigger, places);
  }

  /**
   * Phrases that the parse hangs on the object though they belong to the verb: "jets to Poland".
   */
  private void nested(
      Sentence sentence, int noun, Trigger trigger, Map<String, List<Integer>> places) {
    for (Token child : sentence.children(noun, "nmod", "conj")) {
      if (child.is("conj")) {
        nested(sentence, child.index(), trigger, places);
        continue;
      }
      Optional<String> preposition = Syntax.preposition(sentence, child.index());
      boolean owner = child.is("nmod:poss");
      if (preposition.isPresent()
          && !owner
          && !isOfFunding(sentence, child.index())
          && !preposition.get().equals("of")
          && !trigger.word().at(preposition.get()).isEmpty()) {
        put(places, preposition.get(), child.index());
        nested(sentence, child.index(), trigger, places);
      } else if (preposition.filter("of"::equals).isPresent()) {
        nested(sentence, child.index(), trigger, places);
      }
    }
  }

  /** "With money from Qatar": who pays is no side, whatever the parse hangs it on. */
  private boolean isOfFunding(Sentence sentence, int noun) {
    return sentence.children(noun, "case").stream()
        .anyMatch(
            preposition ->
                preposition.index() > 0
                    && words.isFunding(sentence.token(preposition.index() - 1).lemma()));
  }

  private void nounPlaces(
      Sentence sentence,
      Trigger trigger,
      Mentions mentions,
      Map<String, List<Integer>> places,
      Structure structure) {
    for (int i = trigger.from(); i < trigger.to(); i++) {
      for (Token child : sentence.children(i)) {
        if (trigger.covers(child.index())) {
          continue;
        }
        switch (child.plainRelation()) {
          case "nmod" -> {
            if (child.is("nmod:poss")) {
              put(places, "poss", child.index());
            } else {
              Syntax.preposition(sentence, child.index())
                  .ifPresent(p -> put(places, p, child.index()));
              nested(sentence, child.index(), trigger, places);
            }
          }
          case "amod", "compound" -> put(places, "mod", child.index());
          case "acl" -> {
            if (child
                .lower()
                .matches("covering|including|involving|comprising|containing|concerning|calling")) {
              sentence
                  .children(child.index(), "obj", "obl")
                  .forEach(o -> put(places, "for", o.index()));
            }
          }
          default -> {}
        }
      }
    }
    for (PartyMention party : mentions.parties()) {
      boolean before = party.to() <= trigger.from() && trigger.from() - party.to() <= 4;
      if (before
          && party.form() == PartyName.Form.ADJECTIVE
          && onlyModifiers(sentence, party.to(), trigger.from())) {
        put(places, "mod", party.to() - 1);
      }
    }
    Syntax.saidOf(sentence, trigger.at()).ifPresent(s -> put(places, "s", s));
    if (trigger.word().at("s").contains(Role.SUPPLIER)) {
      namedAs(sentence, trigger.at()).forEach(s -> put(places, "s", s));
    }
    for (Token subject : sentence.children(trigger.at(), "nsubj")) {
      put(places, "s", Syntax.antecedent(sentence, subject.index(), trigger.at()));
    }
    int head = sentence.token(trigger.at()).head();
    boolean nounOfVerb =
        head >= 0
            && sentence.token(head).isVerb()
            && sentence.token(trigger.at()).is("obj", "nsubj", "nsubj:pass");
    if (nounOfVerb) {
      for (Token child : sentence.children(head, "obl", "nmod")) {
        boolean after = child.index() > trigger.at();
        Optional<String> preposition = Syntax.preposition(sentence, child.index());
        boolean agent =
            preposition.filter("by"::equals).isPresent() && Syntax.passive(sentence, head);
        boolean verbsOwn =
            structure
                .at(head)
                .filter(t -> !t.word().at(agent ? "s" : preposition.orElse("")).isEmpty())
                .isPresent();
        boolean othersAct =
            preposition.filter("by"::equals).isPresent()
                && structure.at(head).isEmpty()
                && Syntax.passive(sentence, head)
                && !words.carriesOut(sentence.token(head).lemma());
        if (after && preposition.isPresent() && !verbsOwn && !othersAct) {
          put(places, preposition.get(), child.index());
        }
      }
    }
  }

  /** "Its main suppliers are France, followed by Italy": who they are stands behind the verb. */
  private static List<Integer> namedAs(Sentence sentence, int noun) {
    Token token = sentence.token(noun);
    boolean named =
        token.is("nsubj")
            && token.head() > noun
            && sentence.token(token.head()).isName()
            && !sentence.children(token.head(), "cop").isEmpty();
    if (!named) {
      return List.of();
    }
    List<Integer> found = new ArrayList<>(List.of(token.head()));
    for (Token follower : sentence.children(token.head(), "acl", "advcl", "dep")) {
      if (follower.lemma().equals("follow")) {
        sentence.children(follower.index(), "obl", "nmod").forEach(f -> found.add(f.index()));
      }
    }
    return found;
  }

  private static boolean onlyModifiers(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!sentence.token(i).tag().matches("JJ.*|NN.*|VBN|HYPH|CD|CC")) {
        return false;
      }
    }
    return true;
  }
}
