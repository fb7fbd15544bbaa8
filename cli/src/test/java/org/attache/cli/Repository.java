package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that this program is built in. */
final class Repository {
  private Repository() {}

  static Path path(String name) {
    Path place = Path.of("").toAbsolutePath();
    while (place != null && !Files.exists(place.resolve("build/find-jdk"))) {
      place = place.getParent();
    }
    assertThat(place).as("folder of the repository").isNotNull();
    return place.resolve(name);
  }
}
