package org.attache.desk.stock;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.attache.register.store.Catalogue;
import org.attache.register.store.Register;

/**
 * Keeps answers for as long as the register has not changed, so that lists which many people look
 * at are worked out once. An answer is never older than {@link #OLDEST}, whatever has changed
 * unseen. What it gives out is shared between threads and must not be changed.
 */
public final class Answers {
  private static final Duration OLDEST = Duration.ofSeconds(60);

  /** How long another program's change may go unseen. */
  private static final long LOOK_NANOS = 1_000_000_000L;

  private static final int MOST = 2_000;
  private static final int MOST_DAYS = 3;

  private final Registers registers;
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST;
        }
      };
  private final Map<LocalDate, Kept> days =
      new LinkedHashMap<>(4, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Kept> eldest) {
          return size() > MOST_DAYS;
        }
      };

  private String edition = "";
  private long looked;
  private long writes = -1;

  private record Kept(String edition, long since, CompletableFuture<Object> answer) {
    boolean holds(String now, long nanos) {
      return edition.equals(now) && nanos - since < OLDEST.toNanos();
    }
  }

  /** Answers out of a register. */
  public Answers(Registers registers) {
    this.registers = registers;
  }

  /** What changes with the register. */
  public String edition() {
    synchronized (this) {
      long now = System.nanoTime();
      if (writes == registers.writes() && now - looked < LOOK_NANOS) {
        return edition;
      }
    }
    long seen = registers.writes();
    String current = registers.read(register -> register.reports().edition());
    synchronized (this) {
      edition = current + "." + seen;
      writes = seen;
      looked = System.nanoTime();
      return edition;
    }
  }

  /**
   * An answer.
   *
   * @param key the question; the same for the same question only
   * @param type of the answer
   * @param asking how it is asked where the answer is not known
   */
  public <T> T get(String key, Class<T> type, Function<Register, T> asking) {
    return type.cast(get(kept, key, () -> registers.read(asking)));
  }

  /** The catalogue of today or of a day. */
  public <T> T catalogue(Optional<LocalDate> asOf, Function<Catalogue, T> asking) {
    if (asOf.isPresent()) {
      LocalDate day = asOf.get();
      return asking.apply(
          (Catalogue) get(days, day, () -> registers.read(register -> register.catalogue(day))));
    }
    return registers.read(register -> asking.apply(register.catalogue()));
  }

  private <K> Object get(Map<K, Kept> shelf, K key, java.util.function.Supplier<Object> asking) {
    String now = edition();
    CompletableFuture<Object> mine = new CompletableFuture<>();
    Kept there;
    boolean known;
    synchronized (this) {
      long nanos = System.nanoTime();
      Kept before = shelf.get(key);
      known = before != null && before.holds(now, nanos);
      there = known && before != null ? before : new Kept(now, nanos, mine);
      shelf.put(key, there);
    }
    if (!known) {
      try {
        mine.complete(asking.get());
      } catch (RuntimeException | Error e) {
        synchronized (this) {
          shelf.remove(key, there);
        }
        mine.completeExceptionally(e);
        throw e;
      }
    }
    try {
      return there.answer().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }
}
