package org.attache.cli;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.attache.claim.Claim;
import org.attache.desk.Desk;
import org.attache.desk.DeskSettings;
import org.attache.desk.intake.ReportReader;
import org.attache.gather.fetch.Reach;
import org.attache.lexicon.Tables;
import org.attache.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The register in the browser. */
@Command(
    name = "serve",
    header = "Opens the register in the browser, and over HTTP for programs.",
    description = {
      "Serves the desk until it is stopped (Ctrl-C): dealings with who says what, reports with every"
          + " claim marked, review, watches, and an API under /api/v1. A register is made where"
          + " there is none.",
      "",
      "It listens to this machine alone and asks nobody who they are, unless --bind names another"
          + " address: then people sign in with accounts that attache user add has made."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache serve",
      "  attache demo --register demo.db && attache serve --register demo.db",
      "  attache user add mila --role reviewer && attache serve --bind 0.0.0.0 --tls-proxy"
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port to listen at (default: ${DEFAULT-VALUE}; 0 for any that is free).")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "The address to listen at (default: ${DEFAULT-VALUE}, this machine alone).")
  private String bind = "127.0.0.1";

  @Option(
      names = "--accounts",
      description = "Ask for accounts on this machine too, as other addresses always do.")
  private boolean accounts;

  @Option(
      names = "--tls-proxy",
      description = "Browsers come over TLS, through a proxy: cookies are for that alone.")
  private boolean secure;

  @Option(
      names = "--allow-private",
      description = "Private networks and this machine may be fetched from, and told of news.")
  private boolean allowPrivate;

  @Option(
      names = "--contact",
      paramLabel = "URL",
      description = "A page about you, or mailto:ADDRESS, which fetched sites are told.")
  private @Nullable String contact;

  @Mixin private RegisterOptions options = new RegisterOptions();
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw common.wrong("--port must be from 0 to 65535");
    }
    ReadingRoom room = ReadingRoom.forClaims(common.lexicon(), System.in);
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      end.countDown();
                      await(closed);
                    }));
    try (Desk desk = Desk.open(settings(), reader(room))) {
      common.messages().say("the desk is open at " + desk.address() + " (Ctrl-C closes it)");
      end.await();
    } finally {
      closed.countDown();
    }
    return 0;
  }

  /** The program goes on to its end only after the desk is closed. */
  private static void await(CountDownLatch closed) {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private DeskSettings settings() {
    return new DeskSettings(
        options.where(),
        common.lexicon().map(Tables::with).orElseGet(Tables::builtIn),
        bind,
        port,
        Optional.ofNullable(System.getProperty("user.name"))
            .filter(name -> !name.isBlank())
            .orElse("owner"),
        accounts || !isLoopback(),
        secure,
        allowPrivate ? Reach.PRIVATE_TOO : Reach.PUBLIC,
        Optional.ofNullable(contact),
        ProgramVersion.reader(),
        (where, fault) ->
            common.messages().say(where + ": " + common.messages().unexpected(fault)));
  }

  private boolean isLoopback() {
    try {
      return DeskSettings.isLoopback(bind);
    } catch (UnknownHostException e) {
      throw common.wrong("--bind " + bind + " is no address of this machine");
    }
  }

  private static ReportReader reader(ReadingRoom room) {
    return new ReportReader() {
      @Override
      public boolean isEnglish(String text) {
        return room.isEnglish(text);
      }

      @Override
      public List<Claim> read(Report report) {
        return room.read(report).claims();
      }

      @Override
      public String version() {
        return ProgramVersion.reader();
      }
    };
  }
}
