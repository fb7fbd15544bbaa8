package org.attache.desk.api;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.attache.desk.gate.Wrong;
import org.attache.desk.intake.Draft;
import org.attache.desk.intake.Intake;
import org.attache.report.Report;
import org.attache.report.ReportFile;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a text that a program sends, and keeps nothing of it. */
final class ReadingAnswers {
  private static final int MOST_BYTES = 1_000_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_URL = 2_000;

  private ReadingAnswers() {}

  static void read(ApiCall call) throws IOException {
    JsonBody body =
        JsonBody.of(call.context(), MOST_BYTES).only("text", "title", "outlet", "published", "url");
    String text =
        body.raw("text", ReportFile.LONGEST)
            .orElseThrow(() -> new Wrong(400, "There is no text to read", "Send it as “text”."));
    Optional<String> url = body.text("url", LONGEST_URL);
    if (url.isPresent() && ReportNodes.web(url).isEmpty()) {
      throw Wrong.parameter("url", "An address is written like https://paper.example/article.");
    }
    Draft draft =
        call.desktop()
            .intake()
            .read(
                body.text("title", LONGEST_TITLE).map(title -> title + "\n").orElse("") + text,
                new Intake.Head(body.text("outlet", LONGEST_NAME), body.day("published"), url));
    call.answer(node(draft));
  }

  private static ObjectNode node(Draft draft) {
    Report report = draft.arrival().report();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("outlet", report.outlet());
    node.put("title", report.headline());
    node.put("published", report.published().map(LocalDate::toString).orElse(null));
    node.put("url", report.url().orElse(null));
    node.put("language", draft.arrival().language());
    node.put("read", draft.isRead());
    node.put("text", report.text());
    ArrayNode claims = node.putArray("claims");
    draft.claims().orElse(List.of()).stream().map(ClaimNodes::of).forEach(claims::add);
    return node;
  }
}
