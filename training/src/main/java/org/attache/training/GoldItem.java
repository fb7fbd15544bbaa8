package org.attache.training;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.attache.equipment.Category;

/**
 * A thing in a gold claim.
 *
 * @param designation its type, where one is named
 * @param category the code of its category
 */
record GoldItem(Optional<String> designation, String category) {
  private static final Set<String> CATEGORIES =
      Arrays.stream(Category.values()).map(Category::code).collect(Collectors.toSet());

  /**
   * Whether a thing of a note, a category's code or a designation, is this one. As in the measure,
   * "M1" and "M1 Abrams" are the same.
   */
  boolean is(String thing) {
    return CATEGORIES.contains(thing)
        ? thing.equals(category)
        : designation.filter(own -> oneInOther(words(own), words(thing))).isPresent();
  }

  private static boolean oneInOther(Set<String> one, Set<String> other) {
    return one.containsAll(other) || other.containsAll(one);
  }

  private static Set<String> words(String name) {
    return new HashSet<>(Arrays.asList(SideKey.plain(name).split(" ")));
  }
}
