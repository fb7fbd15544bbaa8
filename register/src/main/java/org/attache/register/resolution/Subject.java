package org.attache.register.resolution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.attache.equipment.Category;
import org.attache.equipment.Item;

/**
 * One thing that a claim is about.
 *
 * @param family the type that it belongs to, where the claim names one
 * @param category what sort it is
 * @param number how many, where the claim has one number
 */
public record Subject(Optional<String> family, Category category, OptionalLong number) {
  static Subject of(Item item, Families families) {
    OptionalLong number =
        item.quantity()
            .filter(quantity -> quantity.min().equals(quantity.max()))
            .map(quantity -> quantity.min())
            .orElse(OptionalLong.empty());
    return new Subject(item.designation().map(families::of), item.category(), number);
  }

  /** The subjects of a text of them. */
  public static List<Subject> parse(String text) {
    return text.lines().map(Subject::parseOne).toList();
  }

  private static Subject parseOne(String line) {
    String[] parts = line.split("\t", -1);
    return new Subject(
        Optional.of(parts[0]).filter(family -> !family.isEmpty()),
        Category.valueOf(parts[1]),
        parts[2].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts[2])));
  }

  /** It as a line of text, which {@link #parse} reads. */
  public String text() {
    return family.orElse("").replaceAll("\\s", " ")
        + "\t"
        + category
        + "\t"
        + (number.isPresent() ? Long.toString(number.getAsLong()) : "");
  }

  /** Whether it is a sort of thing at all: "weapons" and "equipment" are none. */
  boolean tellsSort() {
    return family.isPresent() || category != Category.OTHER;
  }
}
