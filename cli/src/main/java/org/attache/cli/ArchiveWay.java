package org.attache.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.attache.claim.Claim;
import org.attache.gather.article.Gathered;
import org.attache.gather.article.WebArchive;
import org.attache.lexicon.LexiconException;
import org.attache.register.store.Arrival;
import org.attache.register.store.KeptPlace;
import org.attache.register.store.Register;
import org.attache.report.ReportFile;
import org.attache.triage.Triage;

/**
 * The way of web archives into the register: record by record, with triage before every costly
 * step. Most pages of an archive hold no dealing; these are counted and not kept.
 */
final class ArchiveWay {
  private static final int HEAD = 1 << 16;

  /** What a run that is broken off has to do again, at most; what is kept in one go, too. */
  private static final Duration BETWEEN_SAVES = Duration.ofSeconds(5);

  private final ReadingRoom room;
  private final Register register;
  private final Register lookup;
  private final Messages messages;
  private final Function<Gathered.Article, Arrival> arrivals;
  private final LongSupplier clock;
  private final ArchiveTally tally;
  private final Keeping keeping;
  private final Consumer<String> faults;
  private final Runnable seenTo;
  private long saved;

  /** What became of a record, and where it stands; not the record itself, which is large. */
  private record Seen(long record, long place, Outcome outcome) {}

  /** What becomes of a record. */
  private sealed interface Outcome {
    /** It holds no claim, or cannot be read, or is there already. */
    record Left(ArchiveTally.Left why) implements Outcome {}

    /** Something is wrong with it. */
    record Faulty(String message) implements Outcome {}

    /** It was read. */
    record Read(Arrival arrival, List<Claim> claims) implements Outcome {}
  }

  /**
   * A way into a register.
   *
   * @param lookup the same register, for looking up while the other is written to
   * @param arrivals makes of an article what the register takes
   * @param clock tells the time, in nanoseconds
   * @param faults is told of what is wrong with a page
   * @param seenTo is told after every record
   */
  ArchiveWay(
      ReadingRoom room,
      Register register,
      Register lookup,
      Messages messages,
      Function<Gathered.Article, Arrival> arrivals,
      LongSupplier clock,
      Consumer<String> faults,
      Runnable seenTo) {
    this.room = room;
    this.register = register;
    this.lookup = lookup;
    this.messages = messages;
    this.arrivals = arrivals;
    this.clock = clock;
    this.faults = faults;
    this.seenTo = seenTo;
    tally = new ArchiveTally(clock);
    keeping = new Keeping(register, tally);
  }

  /** What all archives have come to so far. */
  ArchiveTally tally() {
    return tally;
  }

  /**
   * Takes in an archive; one whose reading was broken off, from where that was.
   *
   * @param bar whether a progress bar may be shown
   * @throws IOException where the archive cannot be opened
   */
  void take(Path file, int threads, boolean bar) throws IOException {
    String key = key(file);
    Optional<KeptPlace> before = register.place(key);
    before.ifPresent(place -> messages.say(file + ": is taken up behind record " + place.record()));
    Triage triage = room.triage();
    try (WebArchive archive =
            before.isPresent()
                ? WebArchive.behind(file, before.get().place(), before.get().record())
                : WebArchive.open(file);
        Progress progress = Progress.through(Files.size(file), bar, messages)) {
      tally.begin();
      Relay<WebArchive.Piece, Seen> relay =
          new Relay<>(
              () -> next(archive),
              piece -> new Seen(piece.record(), piece.place(), outcome(piece, triage)),
              seen -> {
                keep(seen.outcome());
                save(key, seen);
                seenTo.run();
                progress.to(seen.place(), tally.speed());
              });
      try {
        relay.run(threads);
      } finally {
        keeping.keep();
      }
      tally.end(archive.records() - before.map(KeptPlace::record).orElse(0L));
    }
    register.forgetPlace(key);
  }

  private static Optional<WebArchive.Piece> next(WebArchive archive) {
    try {
      return archive.next();
    } catch (IOException e) {
      throw new UncheckedIOException("an archive cannot be read on", e);
    }
  }

  private Outcome outcome(WebArchive.Piece piece, Triage triage) {
    return switch (piece) {
      case WebArchive.Broken broken ->
          new Outcome.Faulty(broken.fault().name() + ": " + broken.fault().fault());
      case WebArchive.Page page -> {
        try {
          yield page(page, triage);
        } catch (LexiconException e) {
          throw e;
        } catch (RuntimeException | StackOverflowError e) {
          yield new Outcome.Faulty(page.name() + ": " + messages.unexpected(e));
        }
      }
    };
  }

  private Outcome page(WebArchive.Page page, Triage triage) {
    if (!triage.mayHold(page.html())) {
      return new Outcome.Left(ArchiveTally.Left.BY_BYTES);
    }
    return switch (page.read()) {
      case Gathered.Fault(String name, String fault) -> new Outcome.Faulty(name + ": " + fault);
      case Gathered.Article article -> article(article, triage);
    };
  }

  private Outcome article(Gathered.Article article, Triage triage) {
    if (article.text().length() > ReportFile.LONGEST) {
      return new Outcome.Faulty(article.name() + ": is too long for one report; cut it");
    }
    Arrival arrival = arrivals.apply(article);
    if (!arrival.english()) {
      return new Outcome.Left(ArchiveTally.Left.FOREIGN);
    }
    if (!triage.mayHold(arrival.report())) {
      return new Outcome.Left(ArchiveTally.Left.BY_TEXT);
    }
    synchronized (lookup) {
      if (lookup.knows(arrival)) {
        return new Outcome.Left(ArchiveTally.Left.KNOWN);
      }
    }
    return new Outcome.Read(arrival, room.read(arrival.report()).claims());
  }

  private void keep(Outcome outcome) {
    switch (outcome) {
      case Outcome.Left(ArchiveTally.Left why) -> tally.left(why);
      case Outcome.Faulty(String message) -> {
        tally.faulty();
        faults.accept(message);
      }
      case Outcome.Read(Arrival arrival, List<Claim> claims) -> keeping.take(arrival, claims);
    }
  }

  private void save(String key, Seen seen) {
    long now = clock.getAsLong();
    if (now - saved >= BETWEEN_SAVES.toNanos() && seen.record() > 0) {
      keeping.keep();
      register.remember(new KeptPlace(key, seen.record(), seen.place()));
      saved = now;
    }
  }

  /** What an archive is known by wherever it lies: its beginning and its length. */
  private static String key(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(in.readNBytes(HEAD));
      digest.update(
          Long.toString(Files.size(file)).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
