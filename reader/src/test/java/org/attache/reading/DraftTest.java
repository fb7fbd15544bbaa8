package org.attache.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.attache.claim.Stage;
import org.attache.dealing.DealingKind;
import org.attache.dealing.DealingWords;
import org.attache.dealing.Role;
import org.attache.fixture.Models;
import org.attache.language.Sentence;
import org.attache.lexicon.Tables;
import org.attache.party.Parties;
import org.junit.jupiter.api.Test;

class DraftTest {
  private static Draft filled() {
    Sentence sentence = Models.parse("Chad sold drones to Niger.").sentences().getFirst();
    Trigger trigger =
        new Trigger(1, 1, 2, new DealingWords(Tables.builtIn()).verbs("sell").getFirst());
    Draft draft = new Draft(sentence, trigger);
    Parties parties = new Parties(Tables.builtIn());
    draft.kind = DealingKind.TRANSFER;
    draft.stage = Optional.of(Stage.ORDERED);
    draft.stageOfNoun = Optional.of(Stage.AGREED);
    for (var sides :
        List.of(
            draft.suppliers,
            draft.recipients,
            draft.partners,
            draft.each,
            draft.sides,
            draft.origins,
            draft.companions,
            draft.approvers)) {
      sides.add(parties.state("TD").orElseThrow());
    }
    draft.pointers.put(Role.SUPPLIER, 0);
    draft.inService = true;
    draft.underOthers = true;
    draft.ahead = true;
    draft.perhaps = true;
    draft.pointsBack = true;
    draft.underContract = true;
    draft.carrier.add(trigger);
    draft.dealingWords.add(1);
    draft.wordsAbove.add(2);
    draft.doubts.add("doubt");
    draft.grounds.add("ground");
    draft.cover(0, 5);
    return draft;
  }

  @Test
  void a_copy_says_the_same() {
    Draft draft = filled();

    assertThat(draft.copy()).usingRecursiveComparison().isEqualTo(draft);
  }

  @Test
  void a_copy_goes_its_own_way() {
    Draft draft = filled();
    Draft copy = draft.copy();

    copy.suppliers.clear();
    copy.grounds.add("more");

    assertThat(draft.suppliers).hasSize(1);
    assertThat(draft.grounds).containsExactly("ground");
  }
}
