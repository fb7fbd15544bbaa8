package org.attache.desk;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.attache.desk.account.Doorkeeper;
import org.attache.desk.account.NotSignedInException;
import org.attache.desk.account.Visitor;
import org.attache.desk.api.Api;
import org.attache.desk.gate.Assets;
import org.attache.desk.gate.Headers;
import org.attache.desk.gate.Malformed;
import org.attache.desk.gate.Timing;
import org.attache.desk.gate.Wrong;
import org.attache.desk.intake.Intake;
import org.attache.desk.intake.ReportReader;
import org.attache.desk.page.Desktop;
import org.attache.desk.page.Faults;
import org.attache.desk.page.WatchesPage;
import org.attache.desk.stock.Answers;
import org.attache.desk.stock.Names;
import org.attache.desk.stock.Registers;
import org.attache.desk.watch.Feeds;
import org.attache.desk.watch.Herald;
import org.attache.desk.watch.Lookout;
import org.attache.desk.watch.Watches;
import org.attache.gather.fetch.Fetcher;
import org.attache.gather.fetch.Messenger;
import org.attache.gather.fetch.UserAgent;
import org.attache.register.store.RegisterException;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;

/** The server that shows a register. It runs from its start until it is closed. */
public final class Desk implements AutoCloseable {
  /** How many threads may read the register at once; more would only wait for a processor. */
  private static final int DOORS = Math.clamp(Runtime.getRuntime().availableProcessors(), 3, 8);

  private static final int MOST_FORM_BYTES = 2_000_000;
  private static final int MOST_UPLOAD_MEGABYTES = 50;
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static final Duration FAREWELL = Duration.ofSeconds(3);
  private static final Duration PARTING = Duration.ofMillis(200);

  /** What changes nothing. */
  private static final Set<HandlerType> SAFE =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final Registers registers;
  private final Lookout lookout;
  private final Javalin server;
  private final String bind;

  private Desk(Registers registers, Lookout lookout, Javalin server, String bind) {
    this.registers = registers;
    this.lookout = lookout;
    this.server = server;
    this.bind = bind;
  }

  /**
   * Opens a desk.
   *
   * @throws CannotListenException where its address cannot be listened at
   */
  public static Desk open(DeskSettings settings, ReportReader reader) {
    Registers registers = new Registers(settings.register(), settings.tables(), DOORS);
    try {
      return open(settings, reader, registers);
    } catch (RuntimeException e) {
      registers.close();
      throw e;
    }
  }

  private static Desk open(DeskSettings settings, ReportReader reader, Registers registers) {
    Clock clock = Clock.systemUTC();
    Doorkeeper doorkeeper =
        new Doorkeeper(
            registers,
            settings.accounts() ? Optional.empty() : Optional.of(settings.owner()),
            settings.secure(),
            clock);
    Desktop desktop =
        new Desktop(
            registers,
            new Answers(registers),
            new Names(settings.tables()),
            doorkeeper,
            new Intake(registers, reader, new Fetcher(agent(settings), settings.reach()), clock),
            Desktop.builtTemplates(),
            settings.version(),
            clock);
    Messenger messenger = new Messenger(agent(settings), settings.reach());
    Watches watches = new Watches(registers, messenger, settings.accounts(), clock);
    Herald herald = new Herald(registers, watches, messenger, clock, settings.faults());
    Javalin server =
        listening(
            settings,
            config -> {
              new Setup(settings, desktop, config).everything();
              new Api(desktop, watches).addTo(config.routes);
              new WatchesPage(desktop, watches, herald).addTo(config.routes);
              new Feeds(watches, settings.secure()).addTo(config.routes);
            });
    partQuickly(server);
    Lookout lookout =
        new Lookout(
            registers,
            desktop.answers(),
            desktop.names(),
            watches,
            herald,
            clock,
            settings.faults());
    lookout.start();
    return new Desk(registers, lookout, server, settings.bind());
  }

  private static UserAgent agent(DeskSettings settings) {
    return new UserAgent(
        "Attache",
        settings.version().replaceAll("[^A-Za-z0-9.+_-]", ""),
        URI.create(settings.contact().orElse("https://attache.invalid/")));
  }

  /** Where it can be reached. */
  public URI address() {
    String host =
        bind.contains(":") ? "[" + bind + "]" : bind.equals("0.0.0.0") ? "127.0.0.1" : bind;
    return URI.create("http://" + host + ":" + server.port() + "/");
  }

  /** Lets running requests end, for some seconds, and closes the register. */
  @Override
  public void close() {
    lookout.close();
    try {
      server.stop();
    } catch (JavalinException e) {
      // The server has stopped all the same: what took longer than the farewell was cut off.
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
    } finally {
      registers.close();
    }
  }

  private static Javalin listening(DeskSettings settings, Consumer<JavalinConfig> setup) {
    Javalin server = Javalin.create(setup);
    try {
      return server.start(settings.bind(), settings.port());
    } catch (JavalinException e) {
      throw new CannotListenException(settings.bind(), settings.port(), e);
    }
  }

  /** At the end, who only keeps a line open is not waited for. */
  private static void partQuickly(Javalin server) {
    for (Connector connector : server.jettyServer().server().getConnectors()) {
      if (connector instanceof AbstractConnector lines) {
        lines.setShutdownIdleTimeout(PARTING.toMillis());
      }
    }
  }

  /** Sets one server up. */
  private record Setup(DeskSettings settings, Desktop desktop, JavalinConfig config) {
    void everything() {
      config.startup.showJavalinBanner = false;
      config.startup.showOldJavalinVersionWarning = false;
      config.startup.startupWatcherEnabled = false;
      config.http.maxRequestSize = MOST_FORM_BYTES;
      config.http.defaultContentType = "text/plain; charset=utf-8";
      config.jetty.multipartConfig.maxFileSize(MOST_UPLOAD_MEGABYTES, SizeUnit.MB);
      config.jetty.multipartConfig.maxTotalRequestSize(MOST_UPLOAD_MEGABYTES, SizeUnit.MB);
      config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
      config.jetty.modifyServer(
          server -> {
            server.setStopTimeout(FAREWELL.toMillis());
            server.setErrorHandler(new Malformed());
          });
      config.jetty.modifyHttpConfiguration(
          http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(SILENCE.toMillis());
          });
      PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      measure(meters);
      new Timing(meters).addTo(config.routes);
      gate();
      faults();
      config.routes.get("/health", this::health);
      config.routes.get("/metrics", context -> metrics(context, meters));
      new Assets().addTo(config.routes);
      desktop.addTo(config.routes);
    }

    private void gate() {
      config.routes.before(
          context -> {
            Headers.addTo(context);
            checkHost(context);
            if (changes(context)) {
              checkForm(context);
            }
          });
    }

    /** A page from elsewhere may call this machine by a name of its own, and must not be heard. */
    private void checkHost(Context context) {
      if (desktop.doorkeeper().hasAccounts()) {
        return;
      }
      String host = Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT);
      String name = host.replaceFirst(":\\d+$", "");
      if (!Doorkeeper.OWN_NAMES.contains(name) && !name.equals(settings.bind())) {
        throw new Wrong(
            Wrong.MISDIRECTED,
            "This desk does not go by that name",
            "It is for this machine alone. Open it as http://localhost, with its port.");
      }
    }

    private static boolean changes(Context context) {
      return !SAFE.contains(context.method());
    }

    private void checkForm(Context context) {
      if (context.path().startsWith("/api/")) {
        return;
      }
      if (context.path().equals("/login")) {
        desktop.doorkeeper().checkForm(context, desktop.doorkeeper().session(context));
        return;
      }
      Visitor visitor = desktop.doorkeeper().visitor(context);
      desktop.doorkeeper().checkForm(context, visitor.session());
    }

    private void faults() {
      Faults faults = new Faults(desktop, settings.faults());
      config.routes.exception(Wrong.class, faults::wrong);
      config.routes.exception(NotSignedInException.class, faults::notSignedIn);
      config.routes.exception(
          RegisterException.class,
          (fault, context) ->
              faults.wrong(
                  new Wrong(503, "The register cannot be used", String.valueOf(fault.getMessage())),
                  context));
      config.routes.exception(
          HttpResponseException.class,
          (fault, context) -> faults.wrong(put(fault.getStatus()), context));
      config.routes.exception(Exception.class, faults::unexpected);
    }

    private static Wrong put(int status) {
      return switch (status) {
        case 404 -> Wrong.missing("page");
        case 405 -> new Wrong(405, "That cannot be done here", "Use the forms of the desk.");
        case 413 ->
            new Wrong(
                413,
                "That is too much at once",
                "A form may hold 2 MB, and files together 50 MB. Send less at a time, or read"
                    + " files in with attache ingest.");
        default ->
            new Wrong(
                status,
                Optional.ofNullable(HttpStatus.forStatus(status).getMessage())
                    .orElse("It did not work"),
                "Look at the address, and at what was sent.");
      };
    }

    private static void measure(PrometheusMeterRegistry meters) {
      new io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics().bindTo(meters);
      new io.micrometer.core.instrument.binder.system.UptimeMetrics().bindTo(meters);
      new io.micrometer.core.instrument.binder.system.ProcessorMetrics().bindTo(meters);
    }

    private void health(Context context) {
      desktop.registers().read(register -> register.reports().newestDay());
      context.contentType("application/json").result("{\"status\":\"up\"}");
    }

    private void metrics(Context context, PrometheusMeterRegistry meters) {
      desktop.doorkeeper().visitor(context);
      context.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }
  }
}
