package org.attache.contract;

import java.util.List;
import java.util.Optional;
import org.attache.attribution.Attribution;
import org.attache.report.CleanText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code attache attributions} prints: who says what, as places in a text. */
public final class AttributionJson {
  private AttributionJson() {}

  /**
   * On many lines.
   *
   * @param attributions what was read from the cleaned text
   * @param text the text; the places printed are those in its original, in UTF-16 units
   */
  public static String pretty(List<Attribution> attributions, CleanText text) {
    ObjectNode node = Json.object();
    ArrayNode array = node.putArray("attributions");
    for (Attribution attribution : attributions) {
      ObjectNode one = array.addObject();
      place(one, "source", attribution.source(), text);
      place(one, "cue", attribution.cue(), text);
      ArrayNode contents = one.putArray("content");
      attribution.contents().forEach(content -> contents.add(place(content, text)));
    }
    return Json.pretty(node);
  }

  private static void place(
      ObjectNode node, String key, Optional<Attribution.Span> span, CleanText text) {
    if (span.isPresent()) {
      node.set(key, place(span.get(), text));
    } else {
      node.putNull(key);
    }
  }

  private static ObjectNode place(Attribution.Span span, CleanText text) {
    ObjectNode node = Json.object();
    node.put("start", text.originalStart(span.start()));
    node.put("end", text.originalEnd(span.end()));
    return node;
  }
}
