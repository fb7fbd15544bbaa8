package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFolderTest {
  @TempDir Path folder;

  @Test
  void a_file_that_is_there_is_replaced_and_nothing_else_is_left() throws IOException {
    OutFolder out = new OutFolder(folder);
    out.write("report", "{}");
    out.write("report", "{\"claims\": []}");

    assertThat(folder.resolve("report.json")).hasContent("{\"claims\": []}");
    assertThat(names()).containsExactly("report.json");
  }

  @Test
  void what_cannot_be_written_leaves_no_part_behind() throws IOException {
    Files.createDirectories(folder.resolve("report.json").resolve("in the way"));

    assertThatThrownBy(() -> new OutFolder(folder).write("report", "{}"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("report.json cannot be written");
    assertThat(names()).containsExactly("report.json");
  }

  private String[] names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toArray(String[]::new);
    }
  }
}
