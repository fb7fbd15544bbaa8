package org.attache.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where output goes.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param columns how wide lines of text may be
 * @param colour whether a terminal's colours are wanted
 */
record Terminal(boolean out, boolean err, int columns, boolean colour) {
  /** Where the launcher says which streams are terminals: the JVM cannot tell them apart. */
  static final String STREAMS = "attache.terminals";

  private static final int USUAL_COLUMNS = 80;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 120;

  /** When output is coloured. */
  enum Color {
    auto,
    always,
    never
  }

  /** What this process is connected to. */
  static Terminal here(Map<String, String> environment) {
    Optional<String> streams = Optional.ofNullable(System.getProperty(STREAMS));
    boolean both = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    boolean out = streams.map(names -> names.contains("out")).orElse(both);
    boolean err = streams.map(names -> names.contains("err")).orElse(both);
    boolean noColor = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    int columns =
        columns(environment).or(() -> out ? askTerminal() : Optional.empty()).orElse(USUAL_COLUMNS);
    return new Terminal(out, err, Math.clamp(columns, NARROWEST, WIDEST), out && !noColor && !dumb);
  }

  /** This terminal with colours as the user wants them. */
  Terminal with(Color color) {
    return switch (color) {
      case auto -> this;
      case always -> new Terminal(out, err, columns, true);
      case never -> new Terminal(out, err, columns, false);
    };
  }

  private static Optional<Integer> columns(Map<String, String> environment) {
    return number(environment.getOrDefault("COLUMNS", ""));
  }

  private static Optional<Integer> askTerminal() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean ended = stty.waitFor(1, TimeUnit.SECONDS);
      return ended ? number(size.substring(size.indexOf(' ') + 1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    return digits.matches("[1-9]\\d{0,4}")
        ? Optional.of(Integer.parseInt(digits))
        : Optional.empty();
  }
}
