package org.attache.gather.article;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.attache.contract.ReportHead;
import org.attache.gather.article.Gathered.Article;
import org.attache.gather.article.Gathered.Fault;
import org.attache.report.ReportFile;
import org.attache.report.UnreadableReportException;

/** Gets articles out of files and folders, whatever they are written in. */
public final class Gathering {
  private static final int HEAD = 512;

  private Gathering() {}

  /**
   * The files of a folder and its folders that may hold articles, by name; a file alone is itself.
   */
  public static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .filter(Gathering::mayHold)
          .sorted((one, other) -> one.toString().compareTo(other.toString()))
          .toList();
    }
  }

  /** A NAME.json beside NAME.txt belongs to it and is no report by itself. */
  private static boolean mayHold(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && name.matches(".*\\.(txt|html?|xhtml|warc|warc\\.gz|jsonl|ndjson|ninjs)");
  }

  /**
   * Reads a file, article by article.
   *
   * @param to takes each article, and each reason why there is none
   */
  public static void read(Path file, Consumer<Gathered> to) {
    String name = file.toString();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.mark(HEAD);
      String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      in.reset();
      Instant written = Files.getLastModifiedTime(file).toInstant();
      if (isArchive(name, head)) {
        WebArchive.read(file, name, Records.UNCOUNTED, to);
      } else if (head.stripLeading().startsWith("{")) {
        ReportLines.read(
            name,
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
            Optional.of(written),
            to);
      } else if (isHtml(head)) {
        to.accept(
            WebPage.read(
                name,
                in.readNBytes(WebPage.MOST_BYTES + 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(written)));
      } else {
        to.accept(plain(file, written));
      }
    } catch (IOException e) {
      to.accept(new Fault(name, "cannot be read: " + e.getMessage() + "; check the file"));
    }
  }

  /**
   * Reads a web archive, record by record.
   *
   * @param file where it lies now
   * @param name what to call it: where it came from
   * @param records is told of every record
   * @param to takes each article, and each reason why there is none
   */
  public static void archive(Path file, String name, Records records, Consumer<Gathered> to) {
    try {
      WebArchive.read(file, name, records, to);
    } catch (IOException e) {
      to.accept(new Fault(name, "cannot be read: " + e.getMessage() + "; check the file"));
    }
  }

  /**
   * Reads reports as JSON lines.
   *
   * @param name what to call them: where they came from
   * @param in the lines, in UTF-8; stays open
   * @param written when they were written: the day of those that have none of their own
   * @param to takes each article, and each reason why there is none
   */
  public static void lines(
      String name, InputStream in, Optional<Instant> written, Consumer<Gathered> to) {
    long[] lines = {0};
    try {
      ReportLines.read(
          name,
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
          written,
          gathered -> {
            lines[0]++;
            to.accept(gathered);
          });
    } catch (IOException e) {
      to.accept(
          new Fault(
              name,
              "is broken behind report "
                  + lines[0]
                  + ": "
                  + e.getMessage()
                  + "; what came before is kept, fetch the file again for the rest"));
    }
  }

  /**
   * Reads one report as a line of JSON.
   *
   * @param name what to call it: where it came from
   * @param written when it was written: its day, where it has none of its own
   */
  public static Gathered line(String name, String json, Optional<Instant> written) {
    return ReportLines.one(name, json, written);
  }

  /** Whether a file is a web archive, by its name or its beginning; not if it cannot be read. */
  public static boolean isArchive(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return isArchive(
          file.toString(), new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // Whoever reads it next says why it cannot be read.
      return false;
    }
  }

  private static boolean isArchive(String name, String head) {
    String lower = name.toLowerCase(Locale.ROOT);
    return head.startsWith("WARC/") || lower.endsWith(".warc.gz") || lower.endsWith(".warc");
  }

  private static boolean isHtml(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    return lower.contains("<!doctype html") || lower.contains("<html") || lower.contains("<head");
  }

  private static Gathered plain(Path file, Instant written) {
    try {
      ReportFile.Text text = ReportFile.read(file);
      ReportHead head = ReportHead.beside(file);
      return new Article(
          file.toString(),
          head.outlet(),
          head.title(),
          head.published(),
          head.url(),
          Optional.empty(),
          "und",
          Optional.of(written),
          text.clean().text(),
          List.of());
    } catch (UnreadableReportException e) {
      String message = String.valueOf(e.getMessage());
      return new Fault(
          file.toString(),
          message.startsWith(file + ": ") ? message.substring((file + ": ").length()) : message);
    }
  }
}
