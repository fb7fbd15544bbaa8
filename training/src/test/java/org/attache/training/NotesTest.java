package org.attache.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.attache.dealing.DealingKind;
import org.attache.dealing.Role;
import org.junit.jupiter.api.Test;

class NotesTest {
  @Test
  void a_note_on_a_side_holds_its_candidates_with_their_features() {
    SideNote note =
        SideNote.of("SIDE\tTitle\t10\t20\tANY\t\tRECIPIENT\tUS|GB\tF-16|uav\t-=a;b\tUnita=c");
    assertThat(note.kind()).isEqualTo(DealingKind.ANY);
    assertThat(note.role()).isEqualTo(Role.RECIPIENT);
    assertThat(note.others()).containsExactlyInAnyOrder("US", "GB");
    assertThat(note.things()).containsExactly("F-16", "uav");
    assertThat(note.candidates())
        .containsExactly(
            new SideNote.Candidate(Optional.empty(), List.of("a", "b")),
            new SideNote.Candidate(Optional.of("unita"), List.of("c")));
  }

  @Test
  void a_note_on_a_draft_holds_its_features() {
    DraftNote note =
        DraftNote.of("DRAFT\tTitle\t10\t20\tTRADE\tagreed\tasserted\t\t\tUS|IN\t\talways;verb");
    assertThat(note.partners()).containsExactlyInAnyOrder("US", "IN");
    assertThat(note.suppliers()).isEmpty();
    assertThat(note.things()).isEmpty();
    assertThat(note.features()).containsExactly("always", "verb");
  }

  @Test
  void another_line_is_refused() {
    assertThatThrownBy(() -> SideNote.of("DRAFT\tTitle")).isInstanceOf(CorpusException.class);
    assertThatThrownBy(() -> DraftNote.of("DRAFT\tTitle")).isInstanceOf(CorpusException.class);
  }
}
