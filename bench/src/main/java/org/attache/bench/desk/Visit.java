package org.attache.bench.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attache.bench.register.InventedWorld;

/** What a reader of the desk looks at next. Safe for several threads. */
final class Visit {
  private static final Pattern DEALING = Pattern.compile("/dealings/(d[0-9a-f]{10})");
  private static final int MOST_KNOWN = 20_000;
  private static final List<String> STAGES =
      List.of("offered", "negotiated", "ordered", "delivered", "under-way", "cancelled");

  private final InventedWorld world;

  /** The dealings that were linked to so far: readers follow links. */
  private final List<String> dealings = new ArrayList<>();

  /** The pages that are looked at, each as often as the others. */
  enum Page {
    HOME("home"),
    DEALINGS("dealings, two filters"),
    DEALING("a dealing"),
    STATE("a state"),
    SEARCH("search");

    private final String words;

    Page(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Visits to a desk on a register of that world. */
  Visit(InventedWorld world) {
    this.world = world;
  }

  /** Takes note of the dealings that a page links to. */
  void read(String page) {
    Matcher links = DEALING.matcher(page);
    synchronized (dealings) {
      while (links.find() && dealings.size() < MOST_KNOWN) {
        dealings.add(links.group(1));
      }
    }
  }

  /**
   * An address on the desk.
   *
   * @param random what decides which
   */
  String address(Page page, Random random) {
    return switch (page) {
      case HOME -> "/";
      case DEALINGS -> filtered(random);
      case DEALING -> "/dealings/" + dealing(random);
      case STATE -> "/states/" + world.state(random);
      case SEARCH -> "/search?q=" + URLEncoder.encode(words(random), StandardCharsets.UTF_8);
    };
  }

  private String dealing(Random random) {
    synchronized (dealings) {
      if (dealings.isEmpty()) {
        throw new IllegalStateException("no page has linked to a dealing yet");
      }
      return dealings.get(random.nextInt(dealings.size()));
    }
  }

  /** Two filters of any sort, some pages further on at times, sorted otherwise at times. */
  private String filtered(Random random) {
    String filters =
        switch (random.nextInt(6)) {
          case 0 -> "supplier=" + world.state(random) + "&recipient=" + world.state(random);
          case 1 -> "supplier=" + world.state(random) + "&category=" + world.category(random);
          case 2 -> "recipient=" + world.state(random) + "&stage=" + stage(random);
          case 3 -> "designation=" + encoded(world.type(random)) + "&stage=" + stage(random);
          case 4 ->
              "party=" + world.state(random) + "&since=" + (2006 + random.nextInt(19)) + "-01-01";
          default -> "category=" + world.category(random) + "&stage=" + stage(random);
        };
    return "/dealings?"
        + filters
        + (random.nextInt(4) == 0 ? "&page=2" : "")
        + (random.nextInt(5) == 0 ? "&sort=-reports" : "");
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static String stage(Random random) {
    return STAGES.get(random.nextInt(STAGES.size()));
  }

  /** A type, a source, a rare word, or a type with a rare word. */
  private String words(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> world.type(random);
      case 1 -> "Official " + random.nextInt(InventedWorld.OFFICIALS);
      case 2 -> "Word" + random.nextInt(InventedWorld.WORDS);
      default -> world.type(random) + " Word" + random.nextInt(InventedWorld.WORDS);
    };
  }
}
