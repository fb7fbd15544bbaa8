package org.attache.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.attache.claim.Claim;
import org.attache.desk.intake.ReportReader;
import org.attache.gather.article.Gathered;
import org.attache.gather.article.Gathering;
import org.attache.gather.fetch.Reach;
import org.attache.language.Language;
import org.attache.lexicon.Tables;
import org.attache.reading.Reader;
import org.attache.register.store.Arrival;
import org.attache.register.store.Register;
import org.attache.report.English;
import org.attache.report.Report;

/** A register of the sample reports, read once, and desks on copies of it. */
public final class Samples {
  private static final Path STORIES = Path.of("..", "samples", "stories");
  private static final AtomicInteger COPIES = new AtomicInteger();

  private Samples() {}

  /** Everything below is made once, and only where it is needed. */
  private static final class Made {
    static final Tables TABLES = Tables.builtIn();
    static final ReportReader READER = reader();
    static final Path REGISTER = register();

    private static ReportReader reader() {
      Reader reader = new Reader(TABLES, Language.load(TABLES));
      English english = new English(TABLES);
      return new ReportReader() {
        @Override
        public boolean isEnglish(String text) {
          return english.is(text);
        }

        @Override
        public List<Claim> read(Report report) {
          return reader.read(report);
        }

        @Override
        public String version() {
          return "test";
        }
      };
    }

    private static Path register() {
      try {
        Path file = folder().resolve("samples.db");
        try (Register register = Register.open(file.toString(), TABLES);
            Stream<Path> stories = Files.list(STORIES)) {
          for (Path story : stories.filter(Files::isDirectory).sorted().toList()) {
            for (Path report : Gathering.files(story)) {
              Gathering.read(report, gathered -> add(register, gathered));
            }
          }
        }
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void add(Register register, Gathered gathered) {
      if (gathered instanceof Gathered.Article article) {
        Report report =
            new Report(
                article.outlet().orElse("unknown outlet"),
                article.title(),
                article.published(),
                article.url(),
                article.text());
        Arrival arrival =
            new Arrival(
                report,
                article.address(),
                "en",
                true,
                article.retrieved().orElse(Instant.EPOCH),
                String.valueOf(Path.of(article.name()).getFileName()),
                article.links());
        register.add(arrival, READER.read(report), Optional.of("test"));
      } else {
        throw new IllegalStateException(gathered.name() + " is no sample");
      }
    }
  }

  private static Path folder() throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target"), "desk");
    folder.toFile().deleteOnExit();
    return folder;
  }

  /** The reader. */
  public static ReportReader reader() {
    return Made.READER;
  }

  /** A copy of the register of the samples. */
  public static Path register() {
    try {
      return Files.copy(Made.REGISTER, folder().resolve("copy" + COPIES.incrementAndGet() + ".db"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A register with nothing in it. */
  public static Path empty() {
    try {
      return folder().resolve("empty.db");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a desk on a register is set up: for this machine alone, at a port that is free. */
  public static DeskSettings settings(Path register, boolean accounts) {
    return new DeskSettings(
        register.toString(),
        Made.TABLES,
        "127.0.0.1",
        0,
        "Mila",
        accounts,
        false,
        Reach.PRIVATE_TOO,
        Optional.empty(),
        "test",
        (where, fault) -> {
          throw new AssertionError(where, fault);
        });
  }

  /** A desk on a register, without accounts. */
  public static Desk desk(Path register) {
    return Desk.open(settings(register, false), Made.READER);
  }
}
