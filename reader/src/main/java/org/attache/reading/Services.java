package org.attache.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWord;
import org.attache.dealing.Role;
import org.attache.equipment.Category;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.ItemMention;
import org.attache.mention.Mentions;
import org.attache.mention.PartyMention;
import org.attache.party.Party;
import org.attache.party.PartyName;

/** Work done on somebody's arms and lessons given to somebody: who does it, for whom, on what. */
final class Services {
  /** The ground of a service that something is sent for. */
  static final String SENT_FOR = "sent for service";

  private static final List<String> PLACES_OF_WORK = List.of("in", "at");

  private final PlaceReader places;
  private final RoleFiller roles;
  private final ItemPhrases items;
  private final Words words;

  Services(PlaceReader places, RoleFiller roles, ItemPhrases items, Words words) {
    this.places = places;
    this.roles = roles;
    this.items = items;
    this.words = words;
  }

  /** Whether a place tells who works only where nobody else does. */
  static boolean isPlaceOfWork(DealingWord word, String place) {
    return word.kind() == DealingKind.SERVICE
        && PLACES_OF_WORK.contains(place)
        && word.at(place).contains(Role.SUPPLIER);
  }

  /** "Pilots are training on the jet in Italy": nobody is taught but the subject. */
  static boolean learns(Sentence sentence, Trigger trigger, Map<String, List<Integer>> places) {
    DealingWord word = trigger.word();
    return word.verb()
        && word.at("s").contains(Role.SUPPLIER)
        && word.at("o").contains(Role.RECIPIENT)
        && word.at("in").contains(Role.SUPPLIER)
        && !places.containsKey("o")
        && !Syntax.passive(sentence, trigger.at());
  }

  /** "Had its tanks upgraded by a firm": who had it done is served. */
  void doneFor(Draft draft, Trigger trigger, Mentions mentions, Referents referents) {
    Sentence sentence = draft.sentence;
    OptionalInt above = Syntax.causative(sentence, trigger.at());
    if (above.isEmpty()) {
      return;
    }
    draft.suppliers.clear();
    draft.recipients.clear();
    for (Token agent : sentence.children(trigger.at(), "obl", "nmod")) {
      if (Syntax.preposition(sentence, agent.index()).filter("by"::equals).isPresent()) {
        draft.suppliers.addAll(referents.parties(sentence, agent.index()));
      }
    }
    Syntax.subject(sentence, above.getAsInt())
        .ifPresent(s -> draft.recipients.addAll(referents.parties(sentence, s)));
    List<Token> done = new ArrayList<>(sentence.children(above.getAsInt(), "obj"));
    done.addAll(sentence.children(trigger.at(), "nsubj", "nsubj:pass"));
    for (Token object : done) {
      items.assign(draft, object.index(), mentions, List.of(Role.ITEM));
    }
    draft.cover(above.getAsInt(), trigger.to());
    draft.grounds.add("done for");
  }

  /** "Were trained to operate the launchers": the system that the lesson is on. */
  void taughtToHandle(Draft draft, Trigger trigger, Mentions mentions) {
    Sentence sentence = draft.sentence;
    if (!draft.items.isEmpty() || !trigger.word().at("o").contains(Role.RECIPIENT)) {
      return;
    }
    List<Token> taught = new ArrayList<>(sentence.children(trigger.at(), "xcomp", "advcl"));
    for (Token pupil : sentence.children(trigger.at(), "obj")) {
      taught.addAll(sentence.children(pupil.index(), "acl"));
    }
    taught.stream()
        .filter(verb -> verb.isVerb() && words.isHandling(verb.lemma()))
        .flatMap(verb -> sentence.children(verb.index(), "obj").stream())
        .forEach(object -> items.assign(draft, object.index(), mentions, List.of(Role.ITEM)));
  }

  /**
   * "Has a contract to modernise its six frigates": whose they are is served, and not who works.
   */
  static void ofItsOwn(
      Draft draft, Trigger trigger, Mentions mentions, Map<String, List<Integer>> places) {
    Sentence sentence = draft.sentence;
    boolean firm =
        places.getOrDefault("s", List.of()).stream()
            .flatMap(s -> mentions.partyAt(s).stream())
            .anyMatch(p -> p.form() == PartyName.Form.COMPANY);
    boolean several =
        places.getOrDefault("s", List.of()).stream()
            .anyMatch(s -> sentence.token(s).tag().equals("NNS"));
    boolean own =
        !Syntax.passive(sentence, trigger.at())
            && places.getOrDefault("o", List.of()).stream()
                .anyMatch(
                    o ->
                        RoleFiller.modifiers(sentence, o, mentions).isEmpty()
                            && sentence.children(o, "nmod:poss").stream()
                                .anyMatch(p -> p.lower().matches(several ? "their" : "its|their")))
            && !draft.suppliers.isEmpty()
            && !firm;
    if (own) {
      draft.recipients.clear();
      draft.recipients.addAll(draft.suppliers);
      draft.suppliers.clear();
      draft.grounds.add("of its own");
    }
  }

  /** "Sent a ship to Korea for repair": who is sent to does the work, on what is sent. */
  void sentForService(Draft draft, Trigger trigger, Mentions mentions, Referents referents) {
    Sentence sentence = draft.sentence;
    Token token = sentence.token(trigger.at());
    int verb = token.head();
    boolean purpose = Syntax.preposition(sentence, trigger.at()).filter("for"::equals).isPresent();
    if (!purpose || verb < 0) {
      return;
    }
    if (!sentence.token(verb).isVerb()) {
      verb = sentence.token(verb).head();
    }
    if (verb < 0 || !sentence.token(verb).isVerb()) {
      return;
    }
    Set<Party> workers = new LinkedHashSet<>();
    List<ItemMention> sent = new ArrayList<>();
    for (PartyMention party : mentions.parties()) {
      boolean to =
          party.from() > verb
              && party.to() <= trigger.to() + 4
              && party.from() > 0
              && sentence.token(party.from() - 1).lower().matches("to|in|at");
      if (to) {
        workers.add(party.party());
      }
    }
    boolean pupils = false;
    for (Token object : sentence.children(verb, "obj", "nsubj:pass")) {
      sent.addAll(items.under(sentence, object.index(), mentions));
      pupils |= words.isPupil(object.lemma());
    }
    if (pupils && sent.isEmpty()) {
      sentToLearn(draft, verb, workers, referents);
      return;
    }
    if (!workers.isEmpty() && !sent.isEmpty()) {
      draft.suppliers.clear();
      draft.suppliers.addAll(workers);
      draft.recipients.clear();
      OptionalInt subject = Syntax.subject(sentence, verb);
      if (subject.isPresent()) {
        draft.recipients.addAll(referents.parties(sentence, subject.getAsInt()));
      }
      draft.items.clear();
      draft.items.addAll(sent);
      draft.cover(verb, trigger.to());
      draft.grounds.add(SENT_FOR);
    }
  }

  /** "Will send 60 officers to Lebanon to train soldiers": who sends them does the work. */
  void sentToWork(Draft draft, Trigger trigger, Referents referents) {
    Sentence sentence = draft.sentence;
    Token work = sentence.token(trigger.at());
    int verb = work.is("xcomp", "advcl", "acl") ? work.head() : -1;
    if (verb >= 0 && !sentence.token(verb).isVerb()) {
      verb = sentence.token(verb).head();
    }
    boolean sent =
        verb >= 0
            && work.tag().equals("VB")
            && sentence.token(verb).lemma().matches("send|dispatch|deploy")
            && sentence.children(verb, "obj", "nsubj:pass").stream()
                .anyMatch(o -> words.isPupil(o.lemma()));
    if (!sent) {
      return;
    }
    if (draft.suppliers.isEmpty()) {
      Syntax.subject(sentence, verb)
          .ifPresent(s -> draft.suppliers.addAll(referents.parties(sentence, s)));
    }
    for (Token where : sentence.children(verb, "obl")) {
      boolean to =
          Syntax.preposition(sentence, where.index()).filter(p -> p.equals("to")).isPresent();
      if (to && draft.recipients.isEmpty()) {
        draft.recipients.addAll(referents.parties(sentence, where.index()));
      }
    }
    draft.cover(verb, trigger.to());
    draft.grounds.add(SENT_FOR);
  }

  /**
   * "Will send 40 pilots to India for training", "will host 40 Kenyan pilots for training": who
   * sends them, or whose they are, is taught.
   */
  private void sentToLearn(Draft draft, int verb, Set<Party> teachers, Referents referents) {
    Sentence sentence = draft.sentence;
    List<Party> subject =
        Syntax.subject(sentence, verb).isPresent()
            ? referents.parties(sentence, Syntax.subject(sentence, verb).getAsInt())
            : List.of();
    Set<Party> pupils = new LinkedHashSet<>();
    Set<Party> hosts = new LinkedHashSet<>(teachers);
    if (words.hosts(sentence.token(verb).lemma())) {
      hosts.addAll(subject);
      sentence
          .children(verb, "obj")
          .forEach(pupil -> pupils.addAll(referents.parties(sentence, pupil.index())));
      if (pupils.isEmpty()) {
        referents.phrases(sentence.number()).stream()
            .filter(p -> p.token() > verb && p.token() < draft.trigger.at())
            .filter(p -> sentence.token(p.token() - 1).lower().equals("from"))
            .forEach(p -> pupils.add(p.party()));
      }
      pupils.removeIf(hosts::contains);
    } else {
      pupils.addAll(subject);
      sentence
          .children(verb, "nsubj:pass")
          .forEach(pupil -> pupils.addAll(referents.parties(sentence, pupil.index())));
    }
    if (hosts.isEmpty() || pupils.isEmpty()) {
      return;
    }
    draft.suppliers.clear();
    draft.suppliers.addAll(hosts);
    draft.recipients.clear();
    draft.recipients.addAll(pupils);
    draft.cover(verb, draft.trigger.to());
    draft.grounds.add(SENT_FOR);
  }

  /**
   * "A sale of F-16 support services", "bought maintenance for its jets": what is sold is work, and
   * the thing is what it is done on.
   */
  void soldAsWork(Draft draft) {
    boolean sold =
        (draft.kind == DealingKind.TRANSFER || draft.kind == DealingKind.ANY)
            && !draft.items.isEmpty()
            && draft.items.stream().allMatch(item -> isWork(draft.sentence, item));
    if (sold) {
      draft.kind = DealingKind.SERVICE;
      draft.items.removeIf(
          item -> item.designation().isEmpty() && item.category() == Category.OTHER);
      draft.grounds.add("work is sold");
    }
  }

  private boolean isWork(Sentence sentence, ItemMention item) {
    int last = item.to() - 1;
    if (words.isWork(sentence.token(last).lemma())) {
      return true;
    }
    Token head = sentence.token(item.head());
    boolean before = head.is("compound", "amod") && head.head() >= item.to();
    return before && words.isWork(sentence.token(head.head()).lemma());
  }

  /** "Are trained in Denmark": the place tells who teaches where nobody else does. */
  void whereTaught(Draft draft, Mentions mentions, Referents referents, Structure structure) {
    DealingWord word = draft.trigger.word();
    if (word.kind() != DealingKind.SERVICE || !draft.suppliers.isEmpty()) {
      return;
    }
    Draft other = new Draft(draft.sentence, draft.trigger);
    places
        .read(draft.trigger, mentions, structure)
        .forEach(
            (place, tokens) -> {
              if (PLACES_OF_WORK.contains(place)) {
                tokens.forEach(t -> roles.assign(other, word, place, t, mentions, referents));
              }
            });
    RoleFiller.addNew(other.suppliers, draft.suppliers, draft.recipients);
    if (!draft.suppliers.isEmpty()) {
      draft.cover(other.from, other.to);
    }
  }

  /** Sending for repair is no transfer: how far the sending has got is how far the repair has. */
  static void handOn(List<Draft> drafts) {
    for (Draft sending : List.copyOf(drafts)) {
      for (Draft service : drafts) {
        if (sending.trigger.word().verb()
            && service != sending
            && isSentWith(service, sending.trigger.at())) {
          if (sending.stage.filter(s -> s != Stage.DELIVERED).isPresent()) {
            service.stage = sending.stage;
          }
          service.certainty = service.certainty.and(sending.certainty);
          drafts.remove(sending);
          break;
        }
      }
    }
  }

  private static boolean isSentWith(Draft service, int verb) {
    return service.grounds.contains(SENT_FOR)
        && service.from <= verb
        && verb < service.to
        && verb != service.trigger.at();
  }
}
