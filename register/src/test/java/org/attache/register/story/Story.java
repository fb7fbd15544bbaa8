package org.attache.register.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.attache.claim.Claim;
import org.attache.contract.ReportHead;
import org.attache.contract.ReportJson;
import org.attache.register.store.Arrival;
import org.attache.report.CleanText;
import org.attache.report.Report;
import org.attache.report.UnreadableReportException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A handful of reports by several outlets on the same dealings, with what is right of them.
 *
 * @param name its folder
 * @param reports in the order of publication
 * @param independent how many independent sources each dealing has
 * @param contradictions in which fields its claims contradict each other
 */
record Story(
    String name,
    List<Told> reports,
    Map<String, Integer> independent,
    Map<String, List<String>> contradictions) {
  /**
   * A report of it.
   *
   * @param arrival the report
   * @param claims its claims
   * @param dealings for each claim the dealing that it is about
   */
  record Told(Arrival arrival, List<Claim> claims, List<String> dealings) {}

  /** By the author of the rules; two rules were mended with them. */
  static final Path OWN = Path.of("..", "samples", "stories");

  /**
   * By another hand, who knew the contract and not the rules; rules were mended with them since.
   */
  static final Path OTHERS = Path.of("src", "test", "resources", "stories");

  /** By the same hand, later; no rule was made or mended with them, and so it should stay. */
  static final Path UNSEEN = Path.of("src", "test", "resources", "unseen-stories");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static List<Story> all() {
    return all(OWN);
  }

  static List<Story> all(Path stories) {
    try (Stream<Path> folders = Files.list(stories)) {
      return folders.filter(Files::isDirectory).sorted().map(Story::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Story read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Told> reports = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        reports.add(told(file));
      }
      Map<String, Integer> independent = new HashMap<>();
      Map<String, List<String>> contradictions = new HashMap<>();
      for (JsonNode dealing :
          JSON.readTree(Files.readString(folder.resolve("dealings.json"))).path("dealings")) {
        String id = dealing.path("id").stringValue();
        independent.put(id, dealing.path("independent").intValue());
        List<String> fields = new ArrayList<>();
        dealing.path("contradicts").forEach(field -> fields.add(field.stringValue()));
        contradictions.put(id, fields);
      }
      return new Story(folder.getFileName().toString(), reports, independent, contradictions);
    } catch (IOException | UnreadableReportException e) {
      throw new IllegalStateException(folder.toString(), e);
    }
  }

  private static Told told(Path file) throws IOException, UnreadableReportException {
    String name = file.toString();
    String json = Files.readString(Path.of(name.substring(0, name.length() - 4) + ".json"));
    ReportHead head = ReportHead.beside(file);
    List<String> dealings = new ArrayList<>();
    JSON.readTree(json)
        .path("claims")
        .forEach(claim -> dealings.add(claim.path("dealing").stringValue()));
    LocalDate day = head.published().orElseThrow();
    Report report =
        new Report(
            head.outlet().orElseThrow(),
            head.title(),
            head.published(),
            head.url(),
            CleanText.of(Files.readString(file)).text());
    Arrival arrival =
        new Arrival(
            report,
            Optional.empty(),
            "en",
            true,
            Instant.parse(day + "T12:00:00Z"),
            name,
            List.of());
    return new Told(arrival, ReportJson.claims(json), dealings);
  }
}
