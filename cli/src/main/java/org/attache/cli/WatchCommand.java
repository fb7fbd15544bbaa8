package org.attache.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attache.gather.article.Feed;
import org.attache.gather.article.Feed.UnreadableFeedException;
import org.attache.gather.article.WebPage;
import org.attache.gather.fetch.Fetched;
import org.attache.gather.fetch.Fetcher;
import org.attache.gather.fetch.Reach;
import org.attache.gather.fetch.Rhythm;
import org.attache.gather.fetch.UserAgent;
import org.attache.gather.fetch.Validators;
import org.attache.gather.fetch.Visit;
import org.attache.gather.fetch.Visits;
import org.attache.gather.fetch.Watch;
import org.attache.register.store.KeptVisit;
import org.attache.register.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From feeds into the register. */
@Command(
    name = "watch",
    header = "Follows feeds and reads new articles into the register.",
    description = {
      "Looks at feeds (RSS, Atom, JSON Feed) and pages every half hour, fetches the articles that it"
          + " has not seen, and reads them into the register. Sites are asked as they like it:"
          + " robots.txt holds, one request at a time for a host with a pause between, unchanged pages"
          + " are not sent again, and who does not answer is left alone for longer each time.",
      "",
      "An address that leads to a private network is never dialled, wherever a feed or a redirect"
          + " sends the program, unless --allow-private says so. What was visited is kept in the"
          + " register, so that a later run goes on from there."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  attache watch feeds.opml https://paper.example/world.rss --contact mailto:me@lab.example"
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class WatchCommand implements Callable<Integer> {
  private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

  @Parameters(
      paramLabel = "OPML|URL",
      arity = "1..*",
      description = "Feeds or pages, or OPML files that list feeds.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--contact",
      paramLabel = "URL",
      required = true,
      description = "A page about you, or mailto:ADDRESS, which the sites are told.")
  private @Nullable URI contact;

  @Option(names = "--once", description = "One round, and end.")
  private boolean once;

  @Option(
      names = "--allow-private",
      description = "Private networks and this machine may be asked too.")
  private boolean allowPrivate;

  @Mixin private RegisterOptions options = new RegisterOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<URI> addresses = addresses();
    UserAgent agent;
    try {
      agent =
          new UserAgent(
              "Attache",
              ProgramVersion.reader().replaceAll("[^A-Za-z0-9.+_-]", ""),
              java.util.Objects.requireNonNull(contact));
    } catch (IllegalArgumentException e) {
      throw common.wrong(String.valueOf(e.getMessage()));
    }
    Fetcher fetcher = new Fetcher(agent, allowPrivate ? Reach.PRIVATE_TOO : Reach.PUBLIC);
    ReadingRoom room = ReadingRoom.forClaims(common.lexicon(), System.in);
    try (Register kept = options.open(common.lexicon());
        Register lookup = options.open(common.lexicon())) {
      IngestCommand.Ingest ingest = new IngestCommand.Ingest(room, kept, lookup, common.messages());
      Watch watch = new Watch(fetcher, visits(kept), Rhythm.USUAL, Clock.systemUTC());
      try (RunReport report =
          new RunReport(
              options.open(common.lexicon()),
              "watch",
              String.join(" ", inputs),
              Clock.systemUTC(),
              ingest::standing)) {
        report.goOn(common.messages());
        do {
          for (URI address : addresses) {
            watch.look(address, fetched -> feed(address, fetched, watch, kept, ingest));
          }
          common.messages().say(ingest.summary() + " in " + options.where());
          if (!once) {
            Thread.sleep(BETWEEN_ROUNDS);
          }
        } while (!once);
      }
      return Common.exitCode(ingest.whole());
    }
  }

  private List<URI> addresses() throws IOException {
    List<URI> addresses = new ArrayList<>();
    for (String input : inputs) {
      if (input.matches("https?://.*")) {
        addresses.add(URI.create(input));
      } else {
        addresses.addAll(Feed.listed(Files.readString(Path.of(input), StandardCharsets.UTF_8)));
      }
    }
    if (addresses.isEmpty()) {
      throw common.wrong("there is no feed in " + String.join(", ", inputs));
    }
    return addresses;
  }

  private void feed(
      URI address, Fetched fetched, Watch watch, Register register, IngestCommand.Ingest ingest) {
    if (!(fetched instanceof Fetched.Page page)) {
      tell(address, fetched);
      return;
    }
    byte[] bytes = page.body().toBytes();
    if (!Feed.isFeed(bytes)) {
      article(address, page, ingest);
      return;
    }
    try {
      for (URI article : Feed.articles(bytes, page.uri())) {
        if (register.visit(article.toString()).isEmpty()) {
          watch.look(
              article,
              found -> {
                if (found instanceof Fetched.Page text) {
                  article(article, text, ingest);
                } else {
                  tell(article, found);
                }
              });
        }
      }
    } catch (UnreadableFeedException e) {
      common.messages().say(address + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void article(URI address, Fetched.Page page, IngestCommand.Ingest ingest) {
    ingest.take(
        WebPage.read(
            address.toString(),
            page.body().toBytes(),
            page.charset().map(charset -> charset.name()),
            Optional.of(page.uri().toString()),
            Optional.of(Instant.now())));
  }

  private void tell(URI address, Fetched fetched) {
    switch (fetched) {
      case Fetched.Page page -> {}
      case Fetched.NotModified same -> {}
      case Fetched.Gone gone -> common.messages().say(address + ": is gone for good");
      case Fetched.Refused(String reason) -> common.messages().say(reason);
      case Fetched.Failed(String reason, Optional<Duration> later) ->
          common.messages().say(reason + "; it will be tried again");
    }
  }

  /** Visits that the register remembers. */
  private static Visits visits(Register register) {
    return new Visits() {
      @Override
      public Optional<Visit> load(URI uri) {
        return register
            .visit(uri.toString())
            .map(
                kept ->
                    new Visit(
                        new Validators(kept.etag(), kept.lastModified()),
                        kept.visited(),
                        kept.failures(),
                        kept.next()));
      }

      @Override
      public void store(URI uri, Visit visit) {
        register.remember(
            new KeptVisit(
                uri.toString(),
                visit.validators().etag(),
                visit.validators().lastModified(),
                visit.last(),
                visit.next(),
                visit.failures()));
      }
    };
  }
}
