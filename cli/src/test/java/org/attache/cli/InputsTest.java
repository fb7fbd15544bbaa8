package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.attache.cli.Inputs.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

class InputsTest {
  @TempDir private Path folder;

  @Test
  void a_folder_is_its_texts_by_name() throws IOException {
    for (String name : List.of("b.txt", "a.txt", "a.json", ".c.txt", "d.md")) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("e.txt"));
    Inputs inputs = Inputs.of(List.of("z.txt", folder.toString(), "-"));
    assertThat(inputs.texts()).extracting(Input::stem).containsExactly("z", "a", "b", "stdin");
    assertThat(inputs.faults()).isEmpty();
  }

  @Test
  void a_folder_without_texts_is_a_fault() {
    assertThat(Inputs.of(List.of(folder.toString())).faults())
        .containsExactly(folder + ": holds no .txt file; give a folder of reports as plain text");
  }

  @Test
  void what_is_written_never_overwrites_what_is_read() throws IOException {
    Path text = Files.createFile(folder.resolve("a.txt"));
    Inputs inputs = Inputs.of(List.of(text.toString()));
    assertThatThrownBy(() -> OutFolder.of(folder, inputs, common()))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("must not be the folder of");
    Inputs twice = Inputs.of(List.of(text.toString(), "other/a.txt"));
    assertThatThrownBy(() -> OutFolder.of(folder.resolve("out"), twice, common()))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("to a.json; read them in two calls");
    OutFolder.of(folder.resolve("new/out"), inputs, common())
        .write(inputs.texts().getFirst(), "{}");
    assertThat(folder.resolve("new/out/a.json")).hasContent("{}");
  }

  private static Common common() {
    return new Common(AttacheCommand.commandLine().getCommandSpec());
  }
}
