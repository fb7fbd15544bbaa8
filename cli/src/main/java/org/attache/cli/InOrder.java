package org.attache.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on several things at once, and hands the results on in the order of the things. */
final class InOrder {
  /** How many results, for each thread, may wait for an earlier one. */
  private static final int AHEAD = 4;

  private InOrder() {}

  /**
   * Works on all things.
   *
   * @param threads how many are worked on at once
   * @param work what is done to each; runs on any thread
   * @param sink what takes the results; runs on the calling thread
   */
  static <T, R> void run(List<T> things, int threads, Function<T, R> work, Consumer<R> sink) {
    if (threads == 1 || things.size() < 2) {
      things.forEach(thing -> sink.accept(work.apply(thing)));
      return;
    }
    try (Window<T, R> window = new Window<>(threads, work, sink)) {
      things.forEach(window::accept);
      window.finish();
    }
  }

  /** Takes things one by one, as many ahead of the results as the threads can use. */
  static final class Window<T, R> implements AutoCloseable {
    private final int threads;
    private final Function<T, R> work;
    private final Consumer<R> sink;
    private final ExecutorService workers;
    private final Deque<Future<R>> pending = new ArrayDeque<>();

    Window(int threads, Function<T, R> work, Consumer<R> sink) {
      this.threads = threads;
      this.work = work;
      this.sink = sink;
      workers =
          Executors.newFixedThreadPool(
              threads, Thread.ofPlatform().daemon().name("reader-", 1).factory());
    }

    void accept(T thing) {
      pending.add(workers.submit(() -> work.apply(thing)));
      if (pending.size() > threads * AHEAD) {
        sink.accept(result(pending.remove()));
      }
    }

    /** Hands on what is still being worked on. */
    void finish() {
      while (!pending.isEmpty()) {
        sink.accept(result(pending.remove()));
      }
    }

    @Override
    public void close() {
      workers.shutdownNow();
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a report", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException fault -> throw fault;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
