package org.attache.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.attache.fixture.Models;
import org.junit.jupiter.api.Test;

class ParseOnDemandTest {
  @Test
  void a_sentence_is_parsed_when_it_is_first_asked_and_once() {
    long before = Models.LANGUAGE.parsed();
    Document document = Models.parse("Nobody came. The mill was sold to a baker.");
    Sentence sentence = document.sentences().get(1);
    assertThat(document.sentences()).hasSize(2);
    assertThat(sentence.token(3).lemma()).isEqualTo("sell");
    assertThat(Models.LANGUAGE.parsed()).isEqualTo(before);

    assertThat(sentence.token(3).head()).isEqualTo(-1);
    assertThat(sentence.token(1).relation()).isEqualTo("nsubj:pass");
    assertThat(sentence.children(3, "obl")).hasSize(1);
    assertThat(Models.LANGUAGE.parsed()).isEqualTo(before + 1);
  }
}
