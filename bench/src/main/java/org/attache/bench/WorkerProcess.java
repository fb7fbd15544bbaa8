package org.attache.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A worker in a JVM of its own, and the line to it. */
final class WorkerProcess implements AutoCloseable {
  /** How many of its last words are quoted where a worker fails. */
  private static final int LAST_LINES = 5;

  private final Side.Name side;
  private final Path log;
  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;
  private final int reports;

  /**
   * Starts a worker with this JVM and class path, and waits until it has loaded.
   *
   * @param options of its JVM
   * @param limit how many reports at most
   * @param folders where they are
   */
  WorkerProcess(Side.Name side, List<String> options, int limit, List<Path> folders) {
    this.side = side;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Worker.class.getName(), side.name(), String.valueOf(limit)));
    folders.forEach(folder -> command.add(folder.toString()));
    try {
      log = Files.createTempFile("attache-bench-", ".log");
      process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    } catch (IOException e) {
      throw new BenchException("no JVM could be started for " + side, e);
    }
    orders =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    reports = Integer.parseInt(answer());
  }

  /** How many reports it goes through in a pass. */
  int reports() {
    return reports;
  }

  /** Has it go through all reports once. */
  Pass pass() {
    try {
      orders.write("pass\n");
      orders.flush();
    } catch (IOException e) {
      throw ended(e);
    }
    return Pass.of(answer());
  }

  private String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw ended(null);
      }
      return line;
    } catch (IOException e) {
      throw ended(e);
    }
  }

  private BenchException ended(@Nullable Throwable cause) {
    return new BenchException(
        "the process of " + side + " has ended too early; its last words:\n" + lastWords(), cause);
  }

  private String lastWords() {
    try {
      process.waitFor();
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(" + e.getMessage() + ")";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "(interrupted)";
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(log + " cannot be deleted", e);
    }
  }
}
