package org.attache.desk.page;

import io.javalin.config.RoutesConfig;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.attache.register.store.KeptRun;

/** What reads reports into the register just now, and how earlier runs ended. */
final class RunningPage {
  private static final int MOST = 20;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private static final long KNOWN_NANOS = 3_000_000_000L;

  private final Desktop desktop;
  private volatile Known known = new Known(0, 0);

  RunningPage(Desktop desktop) {
    this.desktop = desktop;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/running", desktop.page(call -> show(call, "running.jte")));
    routes.get("/running/list", desktop.page(call -> show(call, "runs.jte")));
  }

  /**
   * The page.
   *
   * @param runs the latest runs, the last begun first
   * @param going how many of them go on
   */
  record View(List<Row> runs, int going) {}

  /**
   * A run.
   *
   * @param command the command
   * @param what what it was told to read
   * @param state "running", "ended" or "broken-off"
   * @param words the same, to be read
   * @param begun when it began
   * @param iso the same, for programs
   * @param told when it was last heard of, or ended
   * @param seen how much it looked at
   * @param kept how much of that was kept
   * @param passed how much was passed over
   * @param failed how much could not be used
   * @param faults what was wrong lately, and what to do
   * @param advice what to do where it was broken off; else empty
   */
  record Row(
      String command,
      String what,
      String state,
      String words,
      String begun,
      String iso,
      String told,
      String seen,
      String kept,
      String passed,
      String failed,
      List<String> faults,
      String advice) {
    static Row of(KeptRun run, Instant now) {
      KeptRun.State state = run.at(now);
      String words =
          switch (state) {
            case RUNNING -> "running";
            case ENDED -> "ended";
            case BROKEN_OFF -> "broken off";
          };
      return new Row(
          run.command(),
          Plain.line(run.what()),
          words.replace(' ', '-'),
          words,
          TIME.format(run.begun()),
          run.begun().toString(),
          TIME.format(run.ended().orElse(run.beat())),
          number(run.counts().seen()),
          number(run.counts().kept()),
          number(run.counts().passed()),
          number(run.counts().failed()),
          run.faults().stream().map(Plain::line).toList(),
          state == KeptRun.State.BROKEN_OFF
              ? "Nothing that it had kept is lost. Run the same command again: it goes on where"
                  + " this one was."
              : "");
    }

    private static String number(long number) {
      return String.format(Locale.ROOT, "%,d", number);
    }
  }

  /** How many runs go on; a few seconds old at most, since every look at the first page asks it. */
  int going() {
    Known now = known;
    if (now.asked() == 0 || System.nanoTime() - now.asked() > KNOWN_NANOS) {
      now = new Known(view().going(), System.nanoTime());
      known = now;
    }
    return now.going();
  }

  /**
   * How many runs went on.
   *
   * @param asked when, by the clock of this machine; 0 for never
   */
  private record Known(int going, long asked) {}

  private View view() {
    Instant now = desktop.clock().instant();
    List<KeptRun> runs = desktop.registers().read(register -> register.runs().latest(MOST));
    return new View(
        runs.stream().map(run -> Row.of(run, now)).toList(),
        (int) runs.stream().filter(run -> run.at(now) == KeptRun.State.RUNNING).count());
  }

  private void show(Call call, String template) {
    call.show(template, call.frame("Running", "/running"), view());
  }
}
