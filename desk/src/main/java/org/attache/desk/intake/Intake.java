package org.attache.desk.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.attache.claim.Claim;
import org.attache.desk.gate.Wrong;
import org.attache.desk.stock.Registers;
import org.attache.gather.article.Gathered;
import org.attache.gather.article.Gathering;
import org.attache.gather.article.WebPage;
import org.attache.gather.fetch.Fetched;
import org.attache.gather.fetch.Fetcher;
import org.attache.gather.fetch.Validators;
import org.attache.register.store.Added;
import org.attache.register.store.Arrival;
import org.attache.report.CleanText;
import org.attache.report.Report;
import org.attache.report.ReportFile;

/** Takes reports in: fetches and reads them, shows what was read, and keeps what is to be kept. */
public final class Intake {
  /** What a report's outlet is called where nobody says which it is. */
  public static final String UNKNOWN_OUTLET = "unknown outlet";

  private static final int READING_AT_ONCE = 2;
  private static final int WAIT_SECONDS = 30;
  private static final int MOST_DRAFTS = 200;
  private static final Duration DRAFTS_LAST = Duration.ofHours(1);

  private final Registers registers;
  private final ReportReader reader;
  private final Fetcher fetcher;
  private final Clock clock;
  private final Semaphore desks = new Semaphore(READING_AT_ONCE, true);
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Waiting> drafts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting> eldest) {
          return size() > MOST_DRAFTS;
        }
      };

  private record Waiting(String owner, Instant since, List<Draft> drafts, List<String> faults) {}

  /**
   * What was read in one go.
   *
   * @param drafts reports with their claims
   * @param faults what could not be used, and why
   */
  public record Batch(List<Draft> drafts, List<String> faults) {
    /** Keeps copies. */
    public Batch {
      drafts = List.copyOf(drafts);
      faults = List.copyOf(faults);
    }
  }

  /** An intake. */
  public Intake(Registers registers, ReportReader reader, Fetcher fetcher, Clock clock) {
    this.registers = registers;
    this.reader = reader;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /**
   * What a user says of a text.
   *
   * @param outlet who published it
   * @param published when
   * @param url where
   */
  public record Head(Optional<String> outlet, Optional<LocalDate> published, Optional<String> url) {
    /** Nothing is said of it. */
    public static final Head NONE = new Head(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Reads a text.
   *
   * @throws Wrong where it cannot be a report
   */
  public Draft read(String text, Head head) {
    String clean = CleanText.of(text).text();
    if (clean.isBlank()) {
      throw new Wrong(400, "There is no text to read", "Paste a report, headline first.");
    }
    return read(
        new Gathered.Article(
            "pasted",
            head.outlet(),
            Optional.empty(),
            head.published(),
            head.url(),
            Optional.empty(),
            "und",
            Optional.of(clock.instant()),
            clean,
            List.of()));
  }

  /**
   * Fetches a page and reads its article.
   *
   * @throws Wrong where there is none
   */
  public Draft fetch(String address, Head head) throws InterruptedException {
    URI uri = uri(address);
    Fetched fetched = fetcher.fetch(uri, Validators.NONE);
    return switch (fetched) {
      case Fetched.Page page ->
          read(
              article(
                  WebPage.read(
                      uri.toString(),
                      page.body().toBytes(),
                      page.charset().map(charset -> charset.name()),
                      Optional.of(page.uri().toString()),
                      Optional.of(clock.instant())),
                  head));
      case Fetched.NotModified same -> throw notFetched("it is said to be unchanged");
      case Fetched.Gone gone -> throw notFetched("it is gone for good");
      case Fetched.Refused(String reason) -> throw notFetched(reason);
      case Fetched.Failed(String reason, Optional<Duration> later) -> throw notFetched(reason);
    };
  }

  private static URI uri(String address) {
    try {
      URI uri = new URI(address);
      if (uri.isAbsolute()) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw Wrong.parameter("url", "An address is written like https://paper.example/article.");
  }

  private static Wrong notFetched(String reason) {
    return new Wrong(
        422,
        "The page could not be had",
        "What came of it: " + reason + ". Open it in a browser, and paste its text instead.");
  }

  private static Gathered.Article article(Gathered gathered, Head head) {
    return switch (gathered) {
      case Gathered.Fault(String name, String fault) ->
          throw new Wrong(422, "The page holds no report", "It " + fault + ".");
      case Gathered.Article article -> with(article, article.name(), head);
    };
  }

  private static Gathered.Article with(Gathered.Article article, String name, Head head) {
    return new Gathered.Article(
        name,
        head.outlet().or(article::outlet),
        article.title(),
        head.published().or(article::published),
        head.url().or(article::url),
        article.address(),
        article.language(),
        article.retrieved(),
        article.text(),
        article.links());
  }

  /**
   * Reads what is in an uploaded file, as far as so many articles.
   *
   * @param name what the user calls the file; nothing is opened by it
   * @param most how many articles are read at most
   */
  public Batch upload(String name, InputStream content, Head head, int most) throws IOException {
    List<Draft> drafts = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    eachIn(
        name,
        content,
        gathered -> {
          switch (gathered) {
            case Gathered.Fault(String place, String fault) -> faults.add(place + " " + fault);
            case Gathered.Article article -> {
              if (drafts.size() < most) {
                try {
                  drafts.add(read(with(article, article.name(), head)));
                } catch (Wrong e) {
                  faults.add(article.name() + ": " + e.title() + ". " + e.advice());
                }
              } else if (drafts.size() == most && faults.size() < most) {
                faults.add("More than " + most + " reports: the rest is left out.");
              }
            }
          }
        });
    return new Batch(drafts, faults);
  }

  /** Gathers what an uploaded file holds; its places are named by the user's name for it. */
  private static void eachIn(String name, InputStream content, Consumer<Gathered> to)
      throws IOException {
    Path folder = Files.createTempDirectory("attache-upload");
    Path file = folder.resolve("upload" + ending(name));
    try {
      Files.copy(content, file);
      Gathering.read(file, gathered -> to.accept(renamed(gathered, file.toString(), name)));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static String ending(String name) {
    java.util.regex.Matcher ending =
        java.util.regex.Pattern.compile("(\\.warc)?\\.[a-z0-9]{1,8}$")
            .matcher(name.toLowerCase(java.util.Locale.ROOT));
    return ending.find() ? ending.group() : ".txt";
  }

  private static Gathered renamed(Gathered gathered, String path, String name) {
    return switch (gathered) {
      case Gathered.Fault(String place, String fault) ->
          new Gathered.Fault(place.replace(path, name), fault.replace(path, name));
      case Gathered.Article article -> with(article, article.name().replace(path, name), Head.NONE);
    };
  }

  private Draft read(Gathered.Article article) {
    if (article.text().length() > ReportFile.LONGEST) {
      throw new Wrong(
          413,
          "The text is too long for one report",
          "It has more than 200,000 characters. Give one report at a time.");
    }
    boolean english =
        article.language().matches("(?i)und|en(-.*)?") && reader.isEnglish(article.text());
    Report report =
        new Report(
            article.outlet().orElse(UNKNOWN_OUTLET),
            article.title(),
            article.published().filter(this::hasCome),
            article.url(),
            article.text());
    Arrival arrival =
        new Arrival(
            report,
            article.address(),
            english && article.language().equals("und") ? "en" : article.language(),
            english,
            article.retrieved().orElseGet(clock::instant),
            article.name(),
            article.links());
    return new Draft(arrival, english ? Optional.of(claims(report)) : Optional.empty());
  }

  /** A report may be dated tomorrow, where it is tomorrow already. */
  private boolean hasCome(LocalDate day) {
    return !day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
  }

  /** Reading takes much of a processor; more than a few at once would only wait for each other. */
  private List<Claim> claims(Report report) {
    try {
      if (!desks.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw Wrong.busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Wrong.busy();
    }
    try {
      return reader.read(report);
    } finally {
      desks.release();
    }
  }

  /** Keeps drafts until their owner has seen them, and gives the name to ask for them by. */
  public String putAside(String owner, Batch batch) {
    byte[] bytes = new byte[12];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    synchronized (drafts) {
      drafts.put(id, new Waiting(owner, clock.instant(), batch.drafts(), batch.faults()));
    }
    return id;
  }

  /** What was put aside under a name by this owner. */
  public Optional<Batch> aside(String owner, String id) {
    Waiting waiting;
    synchronized (drafts) {
      waiting = drafts.get(id);
    }
    return Optional.ofNullable(waiting)
        .filter(found -> found.owner().equals(owner))
        .filter(found -> found.since().plus(DRAFTS_LAST).isAfter(clock.instant()))
        .map(found -> new Batch(found.drafts(), found.faults()));
  }

  /** Forgets what was put aside. */
  public void forget(String id) {
    synchronized (drafts) {
      drafts.remove(id);
    }
  }

  /** Keeps a report with its claims in the register. */
  public Added keep(Draft draft) {
    return registers.write(
        register ->
            register.add(
                draft.arrival(),
                draft.claims().orElse(List.of()),
                draft.claims().map(claims -> reader.version())));
  }
}
