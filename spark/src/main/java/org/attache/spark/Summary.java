package org.attache.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.attache.register.exchange.JsonLines.Imported;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run came to.
 *
 * @param counts what was counted while archives were read
 * @param others files beside the archives that are none by their names
 * @param again reports that were found more than once, as often as that was once too much
 * @param superseded reports of which there is a newer version
 * @param copies reports that tell a story which another report tells too, that one among them
 * @param stories how many stories these tell
 * @param dealings how many dealings the claims are about
 * @param faults what could not be used: the first of them, by name
 * @param imported what the register took in, where one was named
 */
record Summary(
    Map<Count, Long> counts,
    long others,
    long again,
    long superseded,
    long copies,
    long stories,
    long dealings,
    List<String> faults,
    Optional<Imported> imported) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Summary {
    counts = Map.copyOf(counts);
    faults = List.copyOf(faults);
  }

  long count(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  /** For people; the last of the lines have no end. */
  String text(String out) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "read "
            + counted(count(Count.ARCHIVES), "archive")
            + ": "
            + counted(count(Count.RECORDS), "record")
            + ", "
            + counted(count(Count.REPORTS), "report"));
    lines.add("passed over: " + passedOver());
    lines.add(
        counted(count(Count.CLAIMS), "claim")
            + " in "
            + counted(count(Count.READ), "report")
            + " that were read");
    lines.add(
        counted(copies, "report")
            + " tell "
            + counted(stories, "story")
            + "; "
            + number(superseded)
            + " superseded by a newer version");
    lines.add(counted(dealings, "dealing"));
    imported.ifPresent(
        taken ->
            lines.add(
                "register: "
                    + counted(taken.reports(), "report")
                    + " taken in, "
                    + number(taken.known())
                    + " known"));
    lines.add(
        count(Count.FAILED) == 0
            ? "nothing failed"
            : counted(count(Count.FAILED), "fault") + ", all of them in " + out + "/faults.jsonl:");
    faults.forEach(fault -> lines.add("  " + fault));
    return String.join("\n", lines);
  }

  private String passedOver() {
    List<String> why = new ArrayList<>();
    add(why, count(Count.NO_ANSWER), "no answers of servers");
    add(why, count(Count.NO_SUCCESS), "answers without a page");
    add(why, count(Count.NO_HTML), "no HTML");
    add(why, count(Count.PASSED_OVER_BY_BYTES), "pages by their bytes");
    add(why, again, "found more than once");
    add(why, count(Count.NOT_ENGLISH), "not in English (kept, not read)");
    add(why, count(Count.NOTHING_TO_READ_FOR), "with nothing to read for at a first look");
    add(why, others, "files that are no archives");
    return why.isEmpty() ? "nothing" : String.join(", ", why);
  }

  private static void add(List<String> why, long number, String words) {
    if (number > 0) {
      why.add(number(number) + " " + words);
    }
  }

  /** For programs, on one line. */
  String json() {
    ObjectNode node = JSON.createObjectNode();
    for (Count count : Count.values()) {
      node.put(count.code(), count(count));
    }
    node.put("other-files", others);
    node.put("again", again);
    node.put("superseded", superseded);
    node.put("copies", copies);
    node.put("stories", stories);
    node.put("dealings", dealings);
    imported.ifPresent(taken -> node.put("taken-in", taken.reports()));
    ArrayNode named = node.putArray("faults");
    faults.forEach(named::add);
    return JSON.writeValueAsString(node);
  }

  private static String counted(long number, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return number(number) + " " + (number == 1 ? noun : plural);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
