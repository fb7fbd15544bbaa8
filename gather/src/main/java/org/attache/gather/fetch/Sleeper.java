package org.attache.gather.fetch;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Sleeper {
  /** Has the thread wait. */
  Sleeper THREAD = Thread::sleep;

  /**
   * Returns after a duration.
   *
   * @throws InterruptedException where the thread was told to stop meanwhile
   */
  void sleep(Duration duration) throws InterruptedException;
}
