package org.attache.desk.watch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.attache.desk.question.Filters;
import org.attache.desk.stock.Answers;
import org.attache.desk.stock.Names;
import org.attache.desk.stock.Registers;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.store.DealingLine;
import org.attache.register.store.DeskBooks.Watch;
import org.attache.register.store.Register;
import org.attache.register.store.ReportRoom;

/**
 * Looks whether the register has changed, every other second, and if so, what watches find in what
 * is new; then has it told.
 */
public final class Lookout implements AutoCloseable {
  private static final int PAUSE_SECONDS = 2;
  private static final int AT_A_TIME = 500;
  private static final int MOST_AT_ONCE = 5_000;
  private static final int TRIES = 3;

  private final Registers registers;
  private final Answers answers;
  private final Names names;
  private final Watches watches;
  private final Herald herald;
  private final Clock clock;
  private final BiConsumer<String, Throwable> faults;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watches").factory());

  private Optional<Future<?>> looking = Optional.empty();
  private String edition = "";

  /**
   * A lookout.
   *
   * @param herald tells what was found
   * @param faults is told of what should not happen
   */
  public Lookout(
      Registers registers,
      Answers answers,
      Names names,
      Watches watches,
      Herald herald,
      Clock clock,
      BiConsumer<String, Throwable> faults) {
    this.registers = registers;
    this.answers = answers;
    this.names = names;
    this.watches = watches;
    this.herald = herald;
    this.clock = clock;
    this.faults = faults;
  }

  /** Begins to look, until it is closed. */
  public void start() {
    looking =
        Optional.of(
            thread.scheduleWithFixedDelay(
                this::lookAndTell, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS));
  }

  private void lookAndTell() {
    try {
      String now = answers.edition();
      if (!now.equals(edition)) {
        look();
        edition = now;
      }
      herald.tell();
    } catch (RuntimeException e) {
      faults.accept("watches", e);
    }
  }

  /** Looks once, for all watches. */
  void look() {
    for (Watch watch : watches.live()) {
      try {
        look(watch);
      } catch (RuntimeException e) {
        faults.accept("watch " + watch.name(), e);
      }
    }
  }

  /**
   * What was found.
   *
   * @param claims their keys
   * @param upTo the number of the last claim that was looked at
   */
  private record Found(List<String> claims, long upTo) {}

  private void look(Watch watch) {
    Filters filters = Filters.parse(watch.question(), names);
    registers
        .read(register -> found(register, watch, filters))
        .filter(found -> found.upTo() > watch.lastClaim())
        .ifPresent(
            found ->
                registers.write(
                    register -> {
                      register
                          .deskBooks()
                          .found(watch, found.claims(), found.upTo(), clock.instant());
                      return found;
                    }));
  }

  /** Another program may add while it is looked; then it is looked again, now or next time. */
  private static Optional<Found> found(Register register, Watch watch, Filters filters) {
    ReportRoom room = register.reports();
    for (int i = 0; i < TRIES; i++) {
      long before = room.highestClaim();
      List<HeldClaim> claims = new ArrayList<>();
      Optional<Long> next = Optional.of(watch.lastClaim());
      while (next.isPresent() && claims.size() < MOST_AT_ONCE) {
        ReportRoom.Numbered part = room.claimsFrom(filters.question(), next.get(), AT_A_TIME);
        claims.addAll(part.claims());
        next = part.next();
      }
      if (next.isPresent() || before == room.highestClaim()) {
        return Optional.of(new Found(wanted(register, filters, claims), next.orElse(before)));
      }
    }
    return Optional.empty();
  }

  private static List<String> wanted(Register register, Filters filters, List<HeldClaim> claims) {
    List<String> keys = claims.stream().map(HeldClaim::key).toList();
    if (!filters.contradicted() || keys.isEmpty()) {
      return keys;
    }
    Set<String> disputed = new HashSet<>();
    for (Map.Entry<String, DealingLine> entry : register.catalogue().dealingsOf(keys).entrySet()) {
      if (entry.getValue().disputed() || !entry.getValue().contradictions().isEmpty()) {
        disputed.add(entry.getKey());
      }
    }
    return keys.stream().filter(disputed::contains).toList();
  }

  @Override
  public void close() {
    looking.ifPresent(task -> task.cancel(true));
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        faults.accept("watches", new IllegalStateException("a look has not ended within 5 s"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    herald.close();
  }
}
