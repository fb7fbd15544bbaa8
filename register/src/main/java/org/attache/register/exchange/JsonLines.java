package org.attache.register.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.attache.contract.ClaimJson;
import org.attache.contract.ContractException;
import org.attache.register.decision.Decision;
import org.attache.register.decision.Ruling;
import org.attache.register.store.Added;
import org.attache.register.store.Arrival;
import org.attache.register.store.Inquiry;
import org.attache.register.store.Kept;
import org.attache.register.store.Kept.KeptClaim;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.attache.report.Report;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The register as JSON lines: a line a report, with its claims as the contract has them and what
 * the register adds to them, and then a line a decision. Nothing is lost on the way out and back
 * in.
 */
public final class JsonLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonLines() {}

  /**
   * Writes reports with their claims, then all decisions.
   *
   * @param question which reports
   */
  public static void write(Inquiry inquiry, Question question, Writer out) throws IOException {
    for (KeptReport report : inquiry.reports(question).reversed()) {
      out.write(line(inquiry.kept(report.key())) + "\n");
    }
    for (Decision decision : inquiry.decisions()) {
      out.write(JSON.writeValueAsString(node(decision)) + "\n");
    }
  }

  /** A report with its claims, on one line without an end of line. */
  public static String line(Kept kept) {
    return JSON.writeValueAsString(node(kept));
  }

  /**
   * The report that {@link #line} wrote.
   *
   * @throws ContractException where it is something else
   */
  public static Kept parse(String line) {
    return kept(JSON.readTree(line));
  }

  private static ObjectNode node(Kept kept) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode head = line.putObject("report");
    Report report = kept.arrival().report();
    head.put("outlet", report.outlet());
    head.put("title", report.headline());
    head.put("published", report.published().map(LocalDate::toString).orElse(null));
    head.put("url", report.url().orElse(null));
    head.put("key", kept.arrival().key());
    head.put("address", kept.arrival().address().orElse(null));
    head.put("language", kept.arrival().language());
    head.put("english", kept.arrival().english());
    head.put("retrieved", kept.arrival().retrieved().toString());
    head.put("name", kept.arrival().name());
    head.put("reader", kept.reader().orElse(null));
    ArrayNode links = head.putArray("links");
    kept.arrival().links().forEach(links::add);
    head.put("text", report.text());
    ArrayNode claims = line.putArray("claims");
    for (KeptClaim claim : kept.claims()) {
      ObjectNode node = (ObjectNode) JSON.readTree(ClaimJson.line(claim.claim(), true));
      node.put("key", claim.key());
      node.put("lineage", claim.lineage());
      node.put("reader", claim.reader());
      node.put("gone", claim.gone());
      claims.add(node);
    }
    return line;
  }

  private static ObjectNode node(Decision decision) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode node = line.putObject("decision");
    node.put("number", decision.number());
    node.put("at", decision.at().toString());
    node.put("who", decision.who());
    node.put("reason", decision.reason());
    switch (decision.ruling()) {
      case Ruling.Confirm(String claim) -> node.put("what", "confirm").put("claim", claim);
      case Ruling.Reject(String claim) -> node.put("what", "reject").put("claim", claim);
      case Ruling.Comment(String claim) -> node.put("what", "comment").put("claim", claim);
      case Ruling.Correct(String claim, String field, String json) ->
          node.put("what", "correct").put("claim", claim).put("field", field).put("value", json);
      case Ruling.Merge(String claim, String other) ->
          node.put("what", "merge").put("claim", claim).put("other", other);
      case Ruling.Split(List<String> keys) -> {
        node.put("what", "split");
        ArrayNode array = node.putArray("claims");
        keys.forEach(array::add);
      }
      case Ruling.Undo(long number) -> node.put("what", "undo").put("undoes", number);
    }
    return line;
  }

  /**
   * What an import came to.
   *
   * @param reports how many reports were new
   * @param known how many were there already
   * @param decisions how many decisions were new
   */
  public record Imported(int reports, int known, int decisions) {}

  /**
   * Takes in what {@link #write} wrote, or what {@code attache read} prints with a text beside it.
   *
   * @param name what to call the lines in messages
   * @param faults takes a message for every line that cannot be used; the others are taken in
   */
  public static Imported read(
      Register register, String name, BufferedReader lines, Consumer<String> faults)
      throws IOException {
    List<Decision> known = register.inquiry().decisions();
    Map<Long, Long> numbers = new HashMap<>();
    int[] counts = new int[3];
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode node = JSON.readTree(line);
        if (node.has("decision")) {
          counts[2] += take(register, node.path("decision"), known, numbers) ? 1 : 0;
        } else {
          counts[register.restore(kept(node)) == Added.KNOWN ? 1 : 0]++;
        }
      } catch (JacksonException
          | ContractException
          | DateTimeException
          | IllegalArgumentException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        faults.accept(name + ":" + number + ": cannot be used: " + said + "; correct the line");
      }
    }
    return new Imported(counts[0], counts[1], counts[2]);
  }

  private static Kept kept(JsonNode line) {
    JsonNode head = line.path("report");
    Report report =
        new Report(
            needed(head, "outlet"),
            text(head, "title"),
            text(head, "published").map(LocalDate::parse),
            text(head, "url"),
            needed(head, "text"));
    List<String> links = new ArrayList<>();
    head.path("links").forEach(link -> links.add(link.asString()));
    Arrival arrival =
        new Arrival(
            report,
            text(head, "address"),
            text(head, "language").orElse("en"),
            head.path("english").asBoolean(true),
            text(head, "retrieved").map(Instant::parse).orElse(Instant.EPOCH),
            text(head, "name").orElse("imported"),
            links);
    List<KeptClaim> claims = new ArrayList<>();
    for (JsonNode claim : line.path("claims")) {
      claims.add(
          new KeptClaim(
              needed(claim, "key"),
              needed(claim, "lineage"),
              text(claim, "reader").orElse(""),
              claim.path("gone").asBoolean(false),
              ClaimJson.parse(JSON.writeValueAsString(claim))));
    }
    return new Kept(arrival, text(head, "reader"), claims);
  }

  /** Decisions get new numbers here; those that take others back follow. */
  private static boolean take(
      Register register, JsonNode node, List<Decision> known, Map<Long, Long> numbers) {
    Instant at = Instant.parse(needed(node, "at"));
    String who = needed(node, "who");
    Ruling ruling = ruling(node, numbers);
    Optional<Decision> there =
        known.stream()
            .filter(
                decision ->
                    decision.at().equals(at)
                        && decision.who().equals(who)
                        && decision.ruling().equals(ruling))
            .findFirst();
    long number =
        there
            .map(Decision::number)
            .orElseGet(() -> register.decide(at, who, ruling, text(node, "reason").orElse("")));
    numbers.put(node.path("number").asLong(), number);
    return there.isEmpty();
  }

  private static Ruling ruling(JsonNode node, Map<Long, Long> numbers) {
    String what = needed(node, "what");
    return switch (what) {
      case "confirm" -> new Ruling.Confirm(needed(node, "claim"));
      case "reject" -> new Ruling.Reject(needed(node, "claim"));
      case "comment" -> new Ruling.Comment(needed(node, "claim"));
      case "correct" ->
          new Ruling.Correct(needed(node, "claim"), needed(node, "field"), needed(node, "value"));
      case "merge" -> new Ruling.Merge(needed(node, "claim"), needed(node, "other"));
      case "split" -> {
        List<String> keys = new ArrayList<>();
        node.path("claims").forEach(key -> keys.add(key.asString()));
        yield new Ruling.Split(keys);
      }
      case "undo" -> {
        long undone = node.path("undoes").asLong();
        yield new Ruling.Undo(numbers.getOrDefault(undone, undone));
      }
      default ->
          throw new ContractException(
              "a decision is one of "
                  + Arrays.asList(
                      "confirm", "reject", "comment", "correct", "merge", "split", "undo")
                  + ", not "
                  + what);
    };
  }

  private static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() && !value.stringValue().isBlank()
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }

  private static String needed(JsonNode node, String key) {
    return text(node, key).orElseThrow(() -> new ContractException("'" + key + "' is missing"));
  }
}
