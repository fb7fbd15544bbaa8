package org.attache.register.exchange.page;

import java.util.List;

/**
 * What the page shows.
 *
 * @param facts what was asked, of which register, when
 * @param dealings the dealings, in the order in which they stand there
 */
record PageView(List<Fact> facts, List<DealingView> dealings) {
  /**
   * One thing said at the top: a word and its value.
   *
   * @param name what it is
   * @param value the value
   */
  record Fact(String name, String value) {}
}
