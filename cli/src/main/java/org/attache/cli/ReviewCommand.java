package org.attache.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.attache.claim.Certainty;
import org.attache.claim.Evidence;
import org.attache.cli.Paragraph.Look;
import org.attache.contract.ClaimWords;
import org.attache.contract.ContractException;
import org.attache.register.decision.Ruling;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.Inquiry;
import org.attache.register.store.KeptReport;
import org.attache.register.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Walks a reviewer through claims. */
@Command(
    name = "review",
    header = "Walks through the claims that need a look.",
    description = {
      "Shows one claim after the other, with its sentence, and asks what to do: c confirms it, r"
          + " rejects it, f FIELD JSON corrects a field, m KEY says that it is about the same dealing"
          + " as another claim, s sets it apart as a dealing of its own, k WORDS adds a comment, u"
          + " takes the last decision back, n goes on, q ends. Claims that nobody has decided about"
          + " come first: denied ones and those of which the source is not sure, then the others.",
      "",
      "Decisions are kept with name and time, and are never changed: a later one takes back an"
          + " earlier."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class ReviewCommand implements Callable<Integer> {
  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The reviewer's name (default: the user's name on this machine).")
  private @Nullable String name;

  @Mixin private Filters filters = new Filters();
  @Mixin private RegisterOptions options = new RegisterOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws IOException {
    Terminal terminal = Terminal.here(System.getenv());
    String who =
        Optional.ofNullable(name)
            .or(() -> Optional.ofNullable(System.getProperty("user.name")))
            .filter(n -> !n.isBlank())
            .orElseThrow(() -> common.wrong("--name must say who decides"));
    try (Register register = options.openKept(common)) {
      BufferedReader answers =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      new Round(register, who, terminal, common.out(), answers)
          .walk(queue(register.inquiry()), common.messages());
    }
    return 0;
  }

  /** Undecided claims, the doubtful first. */
  private List<HeldClaim> queue(Inquiry inquiry) {
    List<HeldClaim> first = new ArrayList<>();
    List<HeldClaim> later = new ArrayList<>();
    Set<String> decided = inquiry.decided();
    for (HeldClaim held : inquiry.claims(filters.question(common))) {
      if (!decided.contains(held.key())) {
        boolean doubtful =
            held.claim().polarity() == org.attache.claim.Polarity.DENIED
                || held.claim().certainty() != Certainty.CERTAIN;
        (doubtful ? first : later).add(held);
      }
    }
    first.addAll(later);
    return first;
  }

  /** One sitting. */
  private record Round(
      Register register, String who, Terminal terminal, PrintWriter out, BufferedReader answers) {
    void walk(List<HeldClaim> queue, Messages messages) throws IOException {
      long last = 0;
      int at = 0;
      while (at < queue.size()) {
        HeldClaim held = queue.get(at);
        show(held, at + 1, queue.size());
        String answer = answers.readLine();
        if (answer == null || answer.strip().equals("q")) {
          return;
        }
        String words = answer.strip();
        try {
          Optional<Ruling> ruling = ruling(words, held.key(), last);
          if (ruling.isPresent()) {
            String reason = words.startsWith("k ") ? words.substring(2).strip() : "";
            last = register.decide(Instant.now(), who, ruling.get(), reason);
            say("kept as decision " + last, Look.GOOD);
          }
          if (ruling.isPresent() || words.equals("n")) {
            at++;
          } else {
            say("answer c, r, f FIELD JSON, m KEY, s, k WORDS, u, n or q", Look.BAD);
          }
        } catch (IllegalArgumentException | ContractException e) {
          messages.say(String.valueOf(e.getMessage()));
        }
      }
      say("That is all.", Look.PLAIN);
    }

    private static Optional<Ruling> ruling(String words, String claim, long last) {
      String[] parts = words.split("\\s+", 3);
      return switch (parts[0]) {
        case "c" -> Optional.of(new Ruling.Confirm(claim));
        case "r" -> Optional.of(new Ruling.Reject(claim));
        case "s" -> Optional.of(new Ruling.Split(List.of(claim)));
        case "f" ->
            parts.length < 3
                ? Optional.empty()
                : Optional.of(new Ruling.Correct(claim, parts[1], parts[2]));
        case "m" ->
            parts.length < 2 ? Optional.empty() : Optional.of(new Ruling.Merge(claim, parts[1]));
        case "k" -> parts.length < 2 ? Optional.empty() : Optional.of(new Ruling.Comment(claim));
        case "u" -> last == 0 ? Optional.empty() : Optional.of(new Ruling.Undo(last));
        default -> Optional.empty();
      };
    }

    private void show(HeldClaim held, int number, int all) {
      out.print("\n");
      say(number + " of " + all + "  " + ClaimsCommand.line(held.claim()), Look.STRONG);
      say(
          "says "
              + ClaimWords.asserter(held.claim())
              + ClaimWords.way(held.claim())
              + ", "
              + held.origin().day()
              + "  "
              + held.key(),
          Look.PLAIN);
      Optional<KeptReport> kept = register.inquiry().report(held.origin().report());
      Evidence evidence = held.claim().evidence().getFirst();
      kept.ifPresent(
          report -> {
            String text = report.report().text();
            SentenceAround around = SentenceAround.of(text, evidence.start(), evidence.end());
            say(
                "“"
                    + text.substring(around.start(), evidence.start())
                    + "["
                    + evidence.text()
                    + "]"
                    + text.substring(evidence.end(), around.end())
                    + "”",
                Look.FAINT);
          });
      out.print("c/r/f/m/s/k/u/n/q> ");
      out.flush();
    }

    private void say(String words, Look look) {
      new Paragraph()
          .add(words.replace('\n', ' '), look)
          .lines("", "    ", terminal.columns(), terminal.colour())
          .forEach(line -> out.print(line + "\n"));
      out.flush();
    }
  }
}
