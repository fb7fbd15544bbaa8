package org.attache.desk.stock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.attache.desk.gate.Wrong;
import org.attache.lexicon.Tables;
import org.attache.register.store.Register;

/**
 * One register for many threads: some open doors to read through, which are lent to one thread at a
 * time, and one to write through.
 */
public final class Registers implements AutoCloseable {
  private static final Duration WAIT = Duration.ofSeconds(20);

  /** So many doors must there be that a second may be taken up for long. */
  private static final int DOORS_FOR_TWO = 6;

  private final BlockingQueue<Register> free;
  private final List<Register> all = new ArrayList<>();
  private final Register writing;
  private final ReentrantLock turn = new ReentrantLock();
  private final Duration wait;
  private final Semaphore longReads;
  private final AtomicLong writes = new AtomicLong();

  /**
   * Opens a register.
   *
   * @param where a file, or a URL that starts with "postgresql:"
   * @param tables what tells types and states apart
   * @param doors how many threads may read at once
   */
  public Registers(String where, Tables tables, int doors) {
    this(where, tables, doors, WAIT);
  }

  Registers(String where, Tables tables, int doors, Duration wait) {
    this.wait = wait;
    longReads = new Semaphore(doors < DOORS_FOR_TWO ? 1 : 2, true);
    // Who waits longest is next: else some wait for seconds where many ask.
    free = new ArrayBlockingQueue<>(doors, true);
    writing = Register.open(where, tables);
    all.add(writing);
    for (int i = 0; i < doors; i++) {
      Register register = Register.open(where, tables);
      all.add(register);
      free.add(register);
    }
  }

  /**
   * Reads.
   *
   * @throws Wrong where too many others do
   */
  public <T> T read(Function<Register, T> reading) {
    Register register = borrowed();
    try {
      return reading.apply(register);
    } finally {
      free.add(register);
    }
  }

  /**
   * Reads what takes long because it goes through the whole register, as a day of the past does. No
   * more than one or two do so at once, so that doors are left for all others.
   *
   * @throws Wrong where too many others do
   */
  public <T> T readLong(Function<Register, T> reading) {
    try {
      if (!longReads.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Wrong.busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Wrong.busy();
    }
    try {
      return read(reading);
    } finally {
      longReads.release();
    }
  }

  private Register borrowed() {
    try {
      Register register = free.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
      if (register == null) {
        throw Wrong.busy();
      }
      return register;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Wrong.busy();
    }
  }

  /** Writes, one after the other. */
  public <T> T write(Function<Register, T> work) {
    turn.lock();
    try {
      T result = work.apply(writing);
      writes.incrementAndGet();
      return result;
    } finally {
      turn.unlock();
    }
  }

  /** How often something was written through here. */
  public long writes() {
    return writes.get();
  }

  @Override
  public void close() {
    turn.lock();
    try {
      all.forEach(Register::close);
    } finally {
      turn.unlock();
    }
  }
}
