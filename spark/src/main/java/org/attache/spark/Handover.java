package org.attache.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is pushed into what can be asked for: one thread finds things, a few ahead of the one
 * that uses them, so that an archive never lies in memory as a whole.
 *
 * @param <T> what is found
 */
final class Handover<T> implements Iterator<T>, AutoCloseable {
  /** Reports may be large: few are found ahead. */
  private static final int AHEAD = 16;

  private final BlockingQueue<Optional<T>> found = new ArrayBlockingQueue<>(AHEAD);
  private final Thread finder;
  private volatile @Nullable Throwable failure;
  private Optional<T> next = Optional.empty();
  private boolean ended;

  /**
   * Starts to find things.
   *
   * @param search hands all things to what it is given, and returns
   */
  Handover(Consumer<Consumer<T>> search) {
    finder = Thread.ofPlatform().daemon().name("archives").start(() -> find(search));
  }

  private void find(Consumer<Consumer<T>> search) {
    try {
      search.accept(thing -> put(Optional.of(thing)));
    } catch (CancellationException e) {
      // The one that asked has left.
      return;
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    end();
  }

  /** An exception that left this thread would end the whole executor. */
  private void end() {
    try {
      found.put(Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Optional<T> thing) {
    try {
      found.put(thing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("nobody asks for more");
    }
  }

  @Override
  public boolean hasNext() {
    if (next.isEmpty() && !ended) {
      next = take();
      ended = next.isEmpty();
      Throwable fault = failure;
      if (ended && fault != null) {
        throw new IllegalStateException("archives cannot be read on: " + fault, fault);
      }
    }
    return next.isPresent();
  }

  private Optional<T> take() {
    try {
      return found.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a report");
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T thing = next.orElseThrow();
    next = Optional.empty();
    return thing;
  }

  /** Ends the search, wherever it is. */
  @Override
  public void close() {
    finder.interrupt();
  }
}
