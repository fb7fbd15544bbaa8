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
  void a_note_on_items_holds_its_candidates_with_their_features() {
    ItemNote note =
        ItemNote.of("ITEM\tTitle\t10\t20\tANY\tUS\t\t\t-=none;a\tF-16|uav=path up acl, down obj");
    assertThat(note.suppliers()).containsExactly("US");
    assertThat(note.recipients()).isEmpty();
    assertThat(note.candidates())
        .containsExactly(
            new ItemNote.Candidate(List.of(), List.of("none", "a")),
            new ItemNote.Candidate(List.of("F-16", "uav"), List.of("path up acl, down obj")));
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
    assertThatThrownBy(() -> ItemNote.of("DRAFT\tTitle")).isInstanceOf(CorpusException.class);
    assertThatThrownBy(() -> DraftNote.of("DRAFT\tTitle")).isInstanceOf(CorpusException.class);
  }
}
