package org.attache.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.attache.contract.ReportHead;
import org.attache.report.Report;
import org.attache.report.ReportFile;
import org.attache.report.UnreadableReportException;

/** The reports that both sides take, cleaned and in memory, so that no disk is measured. */
final class Texts {
  private Texts() {}

  /**
   * The reports of some folders, by name in each.
   *
   * @param limit how many at most; of more, every n-th is taken, so that all folders have a share
   * @throws BenchException where there is none, or one cannot be read
   */
  static List<Report> in(List<Path> folders, int limit) {
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
