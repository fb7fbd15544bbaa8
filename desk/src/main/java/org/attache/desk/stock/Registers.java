package org.attache.desk.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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
  private static final int WAIT_SECONDS = 20;

  private final BlockingQueue<Register> free;
  private final List<Register> all = new ArrayList<>();
  private final Register writing;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicLong writes = new AtomicLong();

  /**
   * Opens a register.
   *
   * @param where a file, or a URL that starts with "postgresql:"
   * @param tables what tells types and states apart
   * @param doors how many threads may read at once
   */
  public Registers(String where, Tables tables, int doors) {
    free = new ArrayBlockingQueue<>(doors);
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

  private Register borrowed() {
    try {
      Register register = free.poll(WAIT_SECONDS, TimeUnit.SECONDS);
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
