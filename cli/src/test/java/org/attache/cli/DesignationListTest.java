package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.attache.cli.DesignationList.UnusableListException;
import org.attache.coverage.ListedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignationListTest {
  @TempDir private Path folder;

  @Test
  void columns_are_found_by_name_and_cells_may_be_quoted() throws Exception {
    Path file =
        file(
            """
            transfers,note,designation,last_order_year,description
            12,x,"Kestrel 9, late",2014,"a ""K"" drone"
            ,,Kestrel 8,,
            """);

    assertThat(DesignationList.read(file))
        .containsExactly(
            new ListedType("Kestrel 9, late", "a \"K\" drone", 12, OptionalInt.of(2014)),
            new ListedType("Kestrel 8", "", 1, OptionalInt.empty()));
  }

  @Test
  void designations_alone_are_enough() throws Exception {
    assertThat(DesignationList.read(file("designation\nKestrel 9\n")))
        .containsExactly(new ListedType("Kestrel 9", "", 1, OptionalInt.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "'name,transfers\nKestrel,1\n', row 1 has no designation; the file needs a header",
    "'designation,transfers\nA,1\n ,1\n', row 2 has no designation",
    "'designation,transfers\nA,many\n', row 1 has 'many' under transfers; give a whole number",
    "'designation,last_order_year\nA,99999999999\n', row 1 has '99999999999' under last_order_year",
    "'designation\n\"A\n', is no CSV"
  })
  void what_is_wrong_is_said_with_file_and_row(String text, String message) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> DesignationList.read(file))
        .isInstanceOf(UnusableListException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("list.csv"), text);
  }
}
