package org.attache.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void the_last_migration_is_known_so_that_opening_can_pass_over_them(String vendor)
      throws IOException {
    Path all = Path.of("src/main/resources/register");
    try (Stream<Path> common = Files.list(all.resolve("common"));
        Stream<Path> own = Files.list(all.resolve(vendor))) {
      assertThat(
              Stream.concat(common, own)
                  .map(file -> file.getFileName().toString())
                  .map(name -> name.substring(1, name.indexOf("__")))
                  .max(
                      (one, other) ->
                          Integer.compare(Integer.parseInt(one), Integer.parseInt(other))))
          .contains(Database.LATEST);
    }
  }
}
