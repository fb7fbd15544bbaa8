package org.attache.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Works on what a source gives, however much that is: each thread takes one thing from the source,
 * works on it and comes back for the next. Results are handed on in the order of the source, by one
 * thread at a time; no thread runs far ahead of them, so that memory does not depend on how much
 * there is.
 *
 * @param <T> what the source gives
 * @param <R> what comes of it
 */
final class Relay<T, R> {
  /**
   * How many results, for each thread, may wait for an earlier one: while one thing takes long, the
   * other threads should not run out of work.
   */
  static final int AHEAD = 512;

  private final Supplier<Optional<T>> source;
  private final Function<T, R> work;
  private final Consumer<R> sink;
  private final Object sourceLock = new Object();
  private final Object resultLock = new Object();
  private final Map<Long, R> waiting = new HashMap<>();
  private final List<Throwable> faults = new ArrayList<>();
  private long taken;
  private long due;
  private boolean handing;

  private record Ticket<T>(long number, T thing) {}

  /**
   * A relay.
   *
   * @param source gives the next thing, or none at the end; asked by one thread at a time
   * @param work what is done to each; runs on several threads at once
   * @param sink takes the results, in order; runs on any thread, one at a time
   */
  Relay(Supplier<Optional<T>> source, Function<T, R> work, Consumer<R> sink) {
    this.source = source;
    this.work = work;
    this.sink = sink;
  }

  /**
   * Runs to the end of the source. What a source, a work or a sink throws ends the run and is
   * thrown here.
   *
   * @param threads how many threads work, the calling one among them
   */
  void run(int threads) {
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      others.add(
          Thread.ofPlatform().daemon().name("reader-" + i).start(() -> work(threads * AHEAD)));
    }
    work(threads * AHEAD);
    try {
      for (Thread other : others) {
        other.join();
      }
    } catch (InterruptedException e) {
      fail(e);
      Thread.currentThread().interrupt();
    }
    synchronized (resultLock) {
      if (!faults.isEmpty()) {
        switch (faults.getFirst()) {
          case RuntimeException fault -> throw fault;
          case Error error -> throw error;
          case Throwable fault -> throw new IllegalStateException(fault);
        }
      }
    }
  }

  private void work(int ahead) {
    try {
      Optional<Ticket<T>> next = take(ahead);
      while (next.isPresent()) {
        R result = work.apply(next.get().thing());
        hand(next.get().number(), result);
        next = take(ahead);
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    } catch (InterruptedException e) {
      fail(e);
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Ticket<T>> take(int ahead) throws InterruptedException {
    synchronized (sourceLock) {
      synchronized (resultLock) {
        while (taken - due >= ahead && faults.isEmpty()) {
          resultLock.wait();
        }
        if (!faults.isEmpty()) {
          return Optional.empty();
        }
      }
      Optional<T> thing = source.get();
      return thing.map(t -> new Ticket<>(next(), t));
    }
  }

  private long next() {
    synchronized (resultLock) {
      return taken++;
    }
  }

  /** Puts a result down and, where nobody else does, hands on all whose turn it is. */
  private void hand(long number, R result) {
    synchronized (resultLock) {
      waiting.put(number, result);
      if (handing) {
        return;
      }
      handing = true;
    }
    for (Optional<R> turn = turn(); turn.isPresent(); turn = turn()) {
      sink.accept(turn.get());
      synchronized (resultLock) {
        due++;
        resultLock.notifyAll();
      }
    }
  }

  private Optional<R> turn() {
    synchronized (resultLock) {
      Optional<R> turn = Optional.ofNullable(waiting.remove(due));
      handing = turn.isPresent() && faults.isEmpty();
      return handing ? turn : Optional.empty();
    }
  }

  private void fail(Throwable fault) {
    synchronized (resultLock) {
      faults.add(fault);
      resultLock.notifyAll();
    }
  }
}
