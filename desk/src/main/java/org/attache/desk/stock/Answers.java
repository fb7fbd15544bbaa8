package org.attache.desk.stock;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.attache.register.dealing.Dealing;
import org.attache.register.store.Catalogue;
import org.attache.register.store.Register;

/**
 * Keeps answers for as long as the register has not changed, so that lists which many people look
 * at are worked out once. An answer is never older than {@link #OLDEST}, whatever has changed
 * unseen. What it gives out is shared between threads and must not be changed.
 */
public final class Answers {
  private static final Duration OLDEST = Duration.ofSeconds(60);

  /** From when on one who asks works an answer out anew, while all others still get the old one. */
  private static final Duration OLD = Duration.ofSeconds(40);

  /** How long another program's change may go unseen. */
  private static final long LOOK_NANOS = 1_000_000_000L;

  private static final int MOST = 2_000;
  private static final int MOST_DAYS = 3;

  /** So many claims may be in the dealings that are kept; each takes some kilobytes. */
  private static final int MOST_CLAIMS = 8_000;

  private final Registers registers;
  private final int mostClaims;
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

  private final Map<String, Kept> dealings = new LinkedHashMap<>(16, 0.75f, true);

  private String edition = "";
  private long looked;
  private long writes = -1;

  private record Kept(
      String edition, long since, CompletableFuture<Object> answer, AtomicBoolean renewed) {
    Kept(String edition, long since, CompletableFuture<Object> answer) {
      this(edition, since, answer, new AtomicBoolean());
    }

    /** Whether this caller, and no other, is to work it out anew. */
    boolean isToRenew(long nanos) {
      return nanos - since > OLD.toNanos() && answer.isDone() && renewed.compareAndSet(false, true);
    }

    boolean holds(String now, long nanos) {
      return edition.equals(now) && nanos - since < OLDEST.toNanos();
    }
  }

  /** Answers out of a register. */
  public Answers(Registers registers) {
    this(registers, MOST_CLAIMS);
  }

  Answers(Registers registers, int mostClaims) {
    this.registers = registers;
    this.mostClaims = mostClaims;
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
          (Catalogue)
              get(days, day, () -> registers.readLong(register -> register.catalogue(day))));
    }
    return registers.read(register -> asking.apply(register.catalogue()));
  }

  /**
   * A dealing of today or of a day. One of hundreds of claims takes long to put together, and has
   * many pages.
   */
  public Optional<Dealing> dealing(Optional<LocalDate> asOf, String id) {
    if (asOf.isPresent()) {
      return catalogue(asOf, catalogue -> catalogue.dealing(id));
    }
    Found found =
        (Found)
            get(
                dealings,
                id,
                () -> new Found(registers.read(register -> register.catalogue().dealing(id))));
    synchronized (this) {
      dropDealings();
    }
    return found.dealing();
  }

  /** What is known of a dealing, where there is one of that id. */
  private record Found(Optional<Dealing> dealing) {
    int claims() {
      return 1 + dealing.map(known -> known.claims().size()).orElse(0);
    }
  }

  /** Lets those go that were not asked for the longest, until those left are not too large. */
  private void dropDealings() {
    int claims = dealings.values().stream().mapToInt(Answers::claims).sum();
    for (Iterator<Kept> each = dealings.values().iterator();
        claims > mostClaims && each.hasNext(); ) {
      claims -= claims(each.next());
      each.remove();
    }
  }

  private static int claims(Kept kept) {
    return kept.answer().isDone()
            && !kept.answer().isCompletedExceptionally()
            && kept.answer().join() instanceof Found found
        ? found.claims()
        : 1;
  }

  private <K> Object get(Map<K, Kept> shelf, K key, Supplier<Object> asking) {
    String now = edition();
    Kept there;
    boolean mine;
    synchronized (this) {
      long nanos = System.nanoTime();
      Kept before = shelf.get(key);
      if (before != null && before.holds(now, nanos)) {
        there = before;
        mine = false;
        if (before.isToRenew(nanos)) {
          there = new Kept(now, nanos, new CompletableFuture<>());
          mine = true;
        }
      } else {
        there = new Kept(now, nanos, new CompletableFuture<>());
        mine = true;
        shelf.put(key, there);
      }
    }
    if (mine) {
      work(shelf, key, there, asking);
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

  /** Works an answer out, and keeps it; one that cannot be had is not kept. */
  private <K> void work(Map<K, Kept> shelf, K key, Kept place, Supplier<Object> asking) {
    try {
      place.answer().complete(asking.get());
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        shelf.remove(key, place);
      }
      place.answer().completeExceptionally(e);
      throw e;
    }
    synchronized (this) {
      shelf.put(key, place);
    }
  }
}
