package org.attache.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attache.dealing.Role;
import org.attache.language.Sentence;
import org.attache.language.Token;
import org.attache.mention.Mentions;
import org.attache.party.Party;
import org.attache.party.PartyName;

/** Whose wish a dealing is, and what that makes of who turns it down. */
final class Wishes {
  /** The ground of a draft whose doer owns the wish above it. */
  private static final String WISHED = "wished by";

  private final Words words;

  Wishes(Words words) {
    this.words = words;
  }

  /**
   * "Rejected Iran's offer to buy", "a Chadian request to supply": whose wish it is would do it,
   * whatever the parse hangs the infinitive on.
   */
  void wishedBy(
      Draft draft,
      Trigger trigger,
      Mentions mentions,
      Referents referents,
      Map<String, List<Integer>> places) {
    Sentence sentence = draft.sentence;
    int noun = trigger.from() - 2;
    boolean wish =
        trigger.word().verb()
            && noun >= 0
            && sentence.token(noun + 1).lower().equals("to")
            && sentence.token(noun).isNoun()
            && words.isWish(sentence.token(noun).lemma())
            && !sentence.token(noun).is("nsubj");
    if (!wish) {
      return;
    }
    List<Party> owners = new ArrayList<>();
    for (Token owner : sentence.children(noun, "nmod:poss")) {
      owners.addAll(referents.parties(sentence, owner.index()));
    }
    if (owners.isEmpty()) {
      mentions.parties().stream()
          .filter(
              party ->
                  party.form() == PartyName.Form.ADJECTIVE
                      && sentence.token(party.to() - 1).head() == noun)
          .forEach(party -> owners.add(party.party()));
    }
    if (owners.isEmpty()) {
      return;
    }
    places.remove("s");
    if (trigger.word().at("s").contains(Role.SUPPLIER)) {
      draft.suppliers.addAll(owners);
    } else if (trigger.word().at("s").contains(Role.RECIPIENT)) {
      draft.recipients.addAll(owners);
    }
    draft.cover(noun, trigger.to());
    draft.grounds.add(WISHED);
  }

  /** "Decided against the Rafale": of a thing that others make who does so would have bought it. */
  static void decidedAgainst(Draft draft) {
    boolean buyer =
        draft.trigger.word().name().equals("decide against")
            && draft.recipients.isEmpty()
            && draft.approvers.size() == 1
            && !draft.items.isEmpty()
            && draft.items.stream()
                .flatMap(item -> item.designation().stream())
                .noneMatch(
                    type ->
                        draft.approvers.stream()
                            .anyMatch(a -> a.state().filter(type.makers()::contains).isPresent()));
    if (buyer) {
      draft.recipients.addAll(draft.approvers);
    }
  }

  /** "Rejected Iran's offer to buy": who turns a buyer down would have sold. */
  static void turnedDown(Draft draft) {
    if (draft.grounds.contains(WISHED)
        && draft.suppliers.isEmpty()
        && !draft.recipients.isEmpty()
        && !Discourse.meet(draft.approvers, draft.recipients)) {
      draft.suppliers.addAll(draft.approvers);
    }
  }
}
