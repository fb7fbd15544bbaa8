package org.attache.training;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Parties and designations made comparable between notes and gold. */
final class SideKey {
  private SideKey() {}

  /** A state's code as it is; of any other name, its words without case, accents and marks. */
  static String of(String stateOrName) {
    return stateOrName.matches("[A-Z]{2}") ? stateOrName : plain(stateOrName);
  }

  /** The keys of the parties in a cell. */
  static Set<String> all(String cell) {
    return Cells.list(cell).stream().map(SideKey::of).collect(Collectors.toSet());
  }

  /** The words of a name, without case, accents and marks, a blank between each two. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
