package org.attache.register.store;

import java.util.Optional;
import org.attache.register.Invented;

/** A program of its own that adds invented reports to a register, for tests that kill it. */
public final class AddingProcess {
  private AddingProcess() {}

  /**
   * Adds them.
   *
   * @param arguments the register, the seed, how many reports
   */
  public static void main(String... arguments) {
    try (Register register = Register.open(arguments[0], Registers.TABLES)) {
      System.out.println("open");
      Invented.reports(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]))
          .forEach(told -> register.add(told.arrival(), told.claims(), Optional.of("1")));
      System.out.println("done");
    }
  }
}
