package org.attache.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.attache.bench.press.InventedPress;
import org.attache.contract.ReportHead;
import org.attache.report.Report;
import org.attache.report.ReportFile;
import org.attache.report.UnreadableReportException;

/** The reports that both sides take, cleaned and in memory, so that no disk is measured. */
final class Texts {
  /** What stands before a number of reports that are to be made up. */
  static final String PRESS = "press:";

  private static final int ONE_IN = 50;

  private Texts() {}

  /**
   * The reports of some folders, by name in each.
   *
   * @param limit how many at most; of more, every n-th is taken, so that all folders have a share
   * @throws BenchException where there is none, or one cannot be read
   */
  static List<Report> in(List<Path> folders, int limit) {
    if (folders.size() == 1 && folders.getFirst().toString().startsWith(PRESS)) {
      return press(Integer.parseInt(folders.getFirst().toString().substring(PRESS.length())));
    }
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      files.addAll(texts(folder));
    }
    if (files.isEmpty()) {
      throw new BenchException(folders + " hold no .txt file; give folders of reports");
    }
    int taken = Math.min(limit, files.size());
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < taken; i++) {
      reports.add(report(files.get((int) ((long) i * files.size() / taken))));
    }
    return reports;
  }

  /** A stream of news, made up, of which one report in fifty tells of dealings. */
  private static List<Report> press(int reports) {
    InventedPress press = new InventedPress(ONE_IN, 1);
    return LongStream.range(0, reports)
        .mapToObj(press::piece)
        .map(
            piece ->
                new Report(
                    piece.outlet(),
                    Optional.of(piece.title()),
                    Optional.of(piece.published()),
                    Optional.empty(),
                    piece.text()))
        .toList();
  }

  private static List<Path> texts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new BenchException(folder + " cannot be listed; give a folder of reports", e);
    }
  }

  private static Report report(Path file) {
    try {
      ReportHead head = ReportHead.beside(file);
      return new Report(
          head.outlet().orElse("unknown outlet"),
          head.title(),
          head.published(),
          head.url(),
          ReportFile.read(file).clean().text());
    } catch (UnreadableReportException e) {
      throw new BenchException(String.valueOf(e.getMessage()), e);
    }
  }
}
