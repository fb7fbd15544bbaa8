package org.attache.desk.watch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.attache.desk.api.ClaimNodes;
import org.attache.desk.api.DealingNodes;
import org.attache.desk.stock.Registers;
import org.attache.gather.fetch.Delivery;
import org.attache.gather.fetch.Messenger;
import org.attache.register.store.DeskBooks.Deed;
import org.attache.register.store.DeskBooks.Find;
import org.attache.register.store.DeskBooks.Watch;
import org.attache.register.store.Register;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells webhooks what watches have found. Who does not take it is asked again, later each time, and
 * in the end no more; then the news are still in the feed. How often somebody was asked is known as
 * long as the program runs.
 */
public final class Herald implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int AT_A_TIME = 50;

  /** After how long somebody is asked for the second time; it doubles each time. */
  static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  /** How often somebody is asked before the news are given up. */
  static final int MOST_TRIES = 10;

  private final Registers registers;
  private final Watches watches;
  private final Messenger messenger;
  private final Clock clock;
  private final BiConsumer<String, Throwable> faults;
  private final Map<String, Standing> standings = new ConcurrentHashMap<>();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * How it stands with a webhook.
   *
   * @param failures how often in a row it did not take the news
   * @param next when it is asked again at the earliest
   * @param said what came of it last, for people
   */
  record Standing(int failures, Instant next, String said) {}

  /**
   * A herald.
   *
   * @param faults is told of what should not happen
   */
  public Herald(
      Registers registers,
      Watches watches,
      Messenger messenger,
      Clock clock,
      BiConsumer<String, Throwable> faults) {
    this.registers = registers;
    this.watches = watches;
    this.messenger = messenger;
    this.clock = clock;
    this.faults = faults;
  }

  /** What came of telling a watch's webhook last; empty where nothing was told yet. */
  public String said(Watch watch) {
    return Optional.ofNullable(standings.get(watch.id())).map(Standing::said).orElse("");
  }

  /**
   * Begins to tell what is not told yet, each webhook by a thread of its own.
   *
   * @return what can be waited for
   */
  List<Future<?>> tell() {
    List<Watch> live = watches.live();
    standings.keySet().retainAll(live.stream().map(Watch::id).toList());
    List<Future<?>> begun = new ArrayList<>();
    for (Watch watch : live) {
      if (watch.webhook().isPresent() && isDue(watch) && busy.add(watch.id())) {
        begun.add(threads.submit(() -> tellAndRest(watch)));
      }
    }
    return begun;
  }

  private boolean isDue(Watch watch) {
    return Optional.ofNullable(standings.get(watch.id()))
        .map(standing -> !clock.instant().isBefore(standing.next()))
        .orElse(true);
  }

  private void tellAndRest(Watch watch) {
    try {
      tell(watch, watch.webhook().orElseThrow(), watch.secret().orElseThrow());
    } catch (RuntimeException e) {
      faults.accept("webhook of the watch " + watch.name(), e);
    } finally {
      busy.remove(watch.id());
    }
  }

  private void tell(Watch watch, String webhook, String secret) {
    List<Find> finds =
        registers.read(register -> register.deskBooks().untold(watch.id(), AT_A_TIME));
    if (finds.isEmpty()) {
      return;
    }
    byte[] body =
        registers
            .read(register -> JSON.writeValueAsString(message(register, watch, finds)))
            .getBytes(StandardCharsets.UTF_8);
    String id = watch.id() + "-" + finds.getFirst().number() + "-" + finds.getLast().number();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Delivery delivery =
        messenger.send(
            URI.create(webhook),
            Map.of(
                "Webhook-Id",
                id,
                "Webhook-Timestamp",
                String.valueOf(now.getEpochSecond()),
                "Webhook-Signature",
                Signature.of(secret, id, now.getEpochSecond(), body)),
            body);
    switch (delivery) {
      case Delivery.Taken(int status) -> {
        markTold(finds);
        standings.put(watch.id(), new Standing(0, now, "took the news at " + now));
      }
      case Delivery.NotTaken(String reason, Optional<Duration> later) ->
          postpone(watch, finds, reason, later);
    }
  }

  private void markTold(List<Find> finds) {
    registers.write(
        register -> {
          register.deskBooks().told(finds);
          return finds;
        });
  }

  private void postpone(Watch watch, List<Find> finds, String reason, Optional<Duration> later) {
    int failures =
        1 + Optional.ofNullable(standings.get(watch.id())).map(Standing::failures).orElse(0);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (failures >= MOST_TRIES) {
      markTold(finds);
      registers.write(
          register -> {
            register
                .deskBooks()
                .note(new Deed(now, watch.owner(), "was not told", watch.name() + ": " + reason));
            return watch;
          });
      standings.put(
          watch.id(),
          new Standing(0, now.plus(LONGEST_PAUSE), "given up at " + now + ": " + reason));
      return;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << (failures - 1));
    Duration asked = later.filter(wait -> wait.compareTo(pause) > 0).orElse(pause);
    Duration wait = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    standings.put(
        watch.id(),
        new Standing(
            failures, now.plus(wait), "failed " + failures + " times, at " + now + ": " + reason));
  }

  private static ObjectNode message(Register register, Watch watch, List<Find> finds) {
    List<News> all = News.of(register, finds);
    ArrayNode claims = ClaimNodes.of(all.stream().map(News::claim).toList(), register.catalogue());
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("type", "watch.found");
    message.putObject("watch").put("name", watch.name()).put("question", watch.question());
    ArrayNode news = message.putArray("news");
    for (int i = 0; i < all.size(); i++) {
      ObjectNode one = news.addObject();
      one.put("sort", all.get(i).sort());
      one.put("found", all.get(i).find().at().toString());
      one.put("title", all.get(i).title());
      one.set("claim", claims.get(i));
      one.set(
          "dealing",
          all.get(i)
              .dealing()
              .<JsonNode>map(DealingNodes::of)
              .orElseGet(JsonNodeFactory.instance::nullNode));
    }
    return message;
  }

  /** Lets messages that are on their way go. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
