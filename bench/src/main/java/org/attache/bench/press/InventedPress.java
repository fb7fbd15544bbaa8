package org.attache.bench.press;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day's press, made up from a seed: one report in so many tells of dealings, the others of sport,
 * crime, weather, business and politics, in words of which some come near those of dealings. Its
 * people, outlets and events are invented.
 */
public final class InventedPress {
  private static final List<String> SECTIONS =
      List.of("sport", "crime", "weather", "business", "politics");

  private static final String DEALINGS = "dealings";
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+?)(\\d?)}");
  private static final int FEWEST_PARAGRAPHS = 8;
  private static final int MORE_PARAGRAPHS = 9;

  private final Map<String, List<String>> sentences;
  private final int oneIn;
  private final long seed;

  /**
   * A report.
   *
   * @param number its place in the press, from 0
   * @param section what it is about
   * @param title its headline
   * @param outlet who published it
   * @param published when
   * @param paragraphs its text
   * @param dealings whether it tells of dealings
   */
  public record Piece(
      long number,
      String section,
      String title,
      String outlet,
      LocalDate published,
      List<String> paragraphs,
      boolean dealings) {
    /** Keeps a copy. */
    public Piece {
      paragraphs = List.copyOf(paragraphs);
    }

    /** Its text as a plain report: headline first, a paragraph a line. */
    public String text() {
      return title + "\n" + String.join("\n", paragraphs) + "\n";
    }
  }

  /**
   * A press.
   *
   * @param oneIn how many reports there are to one that tells of dealings
   * @param seed the same seed makes the same press
   */
  public InventedPress(int oneIn, long seed) {
    this.oneIn = oneIn;
    this.seed = seed;
    sentences = sentences();
  }

  private static Map<String, List<String>> sentences() {
    Map<String, List<String>> all = new HashMap<>();
    try (InputStream in = InventedPress.class.getResourceAsStream("/press/sentences.tsv")) {
      if (in == null) {
        throw new IllegalStateException("/press/sentences.tsv is not in the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          all.computeIfAbsent(cells[0], kind -> new ArrayList<>()).add(cells[1]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("/press/sentences.tsv cannot be read", e);
    }
    return all;
  }

  /** The report at a place of the press; the same whenever it is asked for. */
  public Piece piece(long number) {
    Random random = new Random(seed * 1_000_003 + number);
    boolean dealings = Math.floorMod(number + seed, oneIn) == oneIn / 2;
    String section = dealings ? DEALINGS : SECTIONS.get(random.nextInt(SECTIONS.size()));
    Map<String, String> names = new HashMap<>();
    String title = filled(pick(section + "-title", random), names, random);
    List<String> paragraphs = new ArrayList<>();
    int count = FEWEST_PARAGRAPHS + random.nextInt(MORE_PARAGRAPHS);
    for (int i = 0; i < count; i++) {
      paragraphs.add(paragraph(section, i, names, random));
    }
    return new Piece(
        number,
        section,
        title,
        filled("{outlet}", names, random),
        LocalDate.of(2025, 11, 3).plusDays(random.nextInt(20)),
        paragraphs,
        dealings);
  }

  /** A headline for a report of a section, as menus and lists of other reports have them. */
  public String headline(String section, Random random) {
    return filled(pick(section + "-title", random), new HashMap<>(), random);
  }

  /** Dealings make up the beginning of a report on them; the rest is what fills any report. */
  private String paragraph(String section, int place, Map<String, String> names, Random random) {
    String kind = section;
    if (section.equals(DEALINGS) && place > 3 && random.nextInt(3) > 0) {
      kind = "background";
    } else if (!section.equals(DEALINGS) && random.nextInt(4) == 0) {
      kind = "filler";
    }
    StringBuilder paragraph = new StringBuilder(filled(pick(kind, random), names, random));
    if (random.nextInt(3) == 0) {
      String more =
          section.equals(DEALINGS) ? "background" : random.nextBoolean() ? section : "filler";
      paragraph.append(' ').append(filled(pick(more, random), names, random));
    }
    return paragraph.toString();
  }

  /** Fills the slots of a sentence; "{state1}" is the same state throughout a report. */
  private String filled(String sentence, Map<String, String> names, Random random) {
    Matcher slots = SLOT.matcher(sentence);
    StringBuilder filled = new StringBuilder();
    while (slots.find()) {
      String kind = slots.group(1);
      String word =
          slots.group(2).isEmpty()
              ? word(kind, random)
              : names.computeIfAbsent(kind + slots.group(2), slot -> other(kind, names, random));
      slots.appendReplacement(filled, Matcher.quoteReplacement(word));
    }
    return slots.appendTail(filled).toString();
  }

  /** A word for a slot that no slot of its kind has yet. */
  private String other(String kind, Map<String, String> names, Random random) {
    String word = word(kind, random);
    while (names.containsValue(word)) {
      word = word(kind, random);
    }
    return word;
  }

  private String word(String kind, Random random) {
    return kind.equals("n") ? String.valueOf(2 + random.nextInt(60)) : pick("=" + kind, random);
  }

  private String pick(String kind, Random random) {
    List<String> all = sentences.get(kind);
    if (all == null) {
      throw new IllegalStateException("/press/sentences.tsv has nothing for '" + kind + "'");
    }
    return all.get(random.nextInt(all.size()));
  }
}
