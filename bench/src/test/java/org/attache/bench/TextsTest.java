package org.attache.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
  @TempDir private Path folder;

  @Test
  void a_limit_takes_evenly_from_all_folders() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    for (int i = 0; i < 4; i++) {
      Files.writeString(one.resolve(i + ".txt"), "one " + i);
      Files.writeString(two.resolve(i + ".txt"), "two " + i);
    }
    Files.writeString(two.resolve("0.json"), "{\"report\": {\"outlet\": \"Gazette\"}}");

    assertThat(Texts.in(List.of(one, two), 4))
        .extracting(Report::text)
        .containsExactly("one 0", "one 2", "two 0", "two 2");
    assertThat(Texts.in(List.of(one, two), Integer.MAX_VALUE)).hasSize(8);
    assertThat(Texts.in(List.of(two), 1).getFirst().outlet()).isEqualTo("Gazette");
  }

  @Test
  void says_what_is_missing() {
    assertThatThrownBy(() -> Texts.in(List.of(folder), 9))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("hold no .txt file");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> Texts.in(List.of(none), 9)).hasMessageContaining(none.toString());
  }
}
