package org.attache.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.contract.ReportHead;
import org.attache.report.CleanText;
import org.attache.report.Report;
import org.attache.report.ReportFile;
import org.attache.report.UnreadableReportException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report of the corpus with the claims that a careful reader finds in it.
 *
 * @param name what it is called: its folder and its file without the ending
 * @param report what is read
 * @param claims what it says
 */
record GoldReport(String name, Report report, List<GoldClaim> claims) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String JSON = ".json";

  /** Keeps a copy. */
  GoldReport {
    claims = List.copyOf(claims);
  }

  /**
   * All reports of some folders, by folder and name.
   *
   * @throws CorpusException where a folder or one of its files cannot be used
   */
  static List<GoldReport> in(List<Path> folders) {
    List<GoldReport> reports = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(JSON))
            .sorted()
            .map(GoldReport::of)
            .forEach(reports::add);
      } catch (IOException e) {
        throw new CorpusException(folder + " cannot be listed; name a folder of gold reports", e);
      }
    }
    if (reports.isEmpty()) {
      throw new CorpusException("no NAME.json with gold claims in " + folders);
    }
    return reports;
  }

  private static GoldReport of(Path json) {
    String file = String.valueOf(json.getFileName());
    String stem = file.substring(0, file.length() - JSON.length());
    Path text = json.resolveSibling(stem + ".txt");
    Path folder = json.toAbsolutePath().normalize().getParent();
    String name = (folder == null ? "" : folder.getFileName() + "/") + stem;
    try {
      ReportHead head = ReportHead.beside(text);
      String clean = ReportFile.read(text).clean().text();
      Report report =
          new Report(
              head.outlet().orElse("unknown outlet"),
              head.title(),
              head.published(),
              head.url(),
              clean);
      return new GoldReport(name, report, claims(clean, Files.readString(json)));
    } catch (UnreadableReportException | IOException | IllegalArgumentException e) {
      throw new CorpusException(json + " cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * The claims of a gold file.
   *
   * @param text the report's cleaned text
   * @throws IllegalArgumentException where it is malformed
   */
  static List<GoldClaim> claims(String text, String json) {
    try {
      List<GoldClaim> claims = new ArrayList<>();
      for (JsonNode node : MAPPER.readTree(json).path("claims")) {
        claims.add(claim(text, node));
      }
      return claims;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static GoldClaim claim(String text, JsonNode node) {
    Set<String> participants = new HashSet<>();
    node.path("participants").forEach(party -> side(party).ifPresent(participants::add));
    List<GoldItem> items = new ArrayList<>();
    node.path("items")
        .forEach(
            item ->
                items.add(
                    new GoldItem(
                        filled(item, "designation"), filled(item, "category").orElse("other"))));
    List<Integer> middles = new ArrayList<>();
    for (JsonNode evidence : node.path("evidence")) {
      String words = CleanText.of(evidence.path("text").asString("")).text().strip();
      int start = text.indexOf(words);
      if (start >= 0 && !words.isEmpty()) {
        middles.add(start + words.length() / 2);
      }
    }
    return new GoldClaim(
        constant(node, "kind", Kind.values(), Kind::code),
        constant(node, "stage", Stage.values(), Stage::code),
        side(node.path("supplier")),
        side(node.path("recipient")),
        participants,
        items,
        middles);
  }

  private static Optional<String> side(JsonNode party) {
    return filled(party, "state").or(() -> filled(party, "name")).map(SideKey::of);
  }

  private static Optional<String> filled(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() && !value.stringValue().isBlank()
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }

  private static <E> E constant(
      JsonNode node, String key, E[] constants, Function<E, String> code) {
    String written = node.path(key).asString("");
    return Arrays.stream(constants)
        .filter(constant -> code.apply(constant).equals(written))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + written + "' is no " + key + " of a claim"));
  }
}
