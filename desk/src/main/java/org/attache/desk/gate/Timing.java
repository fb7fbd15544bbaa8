package org.attache.desk.gate;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/**
 * Says how long answers took: each in its header Server-Timing, which browsers show, and all of
 * them by page among the metrics. What is sent to be done or checked does not say it to whoever
 * sent it, so that nobody can tell by the time what is true behind the door.
 */
public final class Timing {
  private static final String BEGUN = "attache.begun";
  private static final double NANOS_OF_A_MILLISECOND = 1e6;

  private final MeterRegistry meters;

  /** One that adds to these metrics. */
  public Timing(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Takes the time of everything that is asked; to be added before anything else. */
  public void addTo(RoutesConfig routes) {
    routes.before(context -> context.attribute(BEGUN, System.nanoTime()));
    routes.after(this::tell);
  }

  private void tell(Context context) {
    Long begun = context.attribute(BEGUN);
    if (begun == null) {
      return;
    }
    long took = System.nanoTime() - begun;
    if (context.method().equals(HandlerType.GET) && !context.res().isCommitted()) {
      context.header(
          "Server-Timing",
          String.format(Locale.ROOT, "desk;dur=%.2f", took / NANOS_OF_A_MILLISECOND));
    }
    Endpoint page = context.endpoints().matchedHttpEndpoint();
    Timer.builder("attache.answers")
        .description("How long answers took")
        .tag("page", page == null ? "none" : page.path)
        .tag("method", context.method().name())
        .publishPercentiles(0.5, 0.99)
        .register(meters)
        .record(Duration.ofNanos(took));
  }
}
