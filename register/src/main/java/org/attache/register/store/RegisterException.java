package org.attache.register.store;

/** A register that cannot be opened, read or written. */
public final class RegisterException extends RuntimeException {
  /**
   * One.
   *
   * @param where the register
   * @param what what is wrong with it, and what to do
   * @param cause what the database said
   */
  public RegisterException(String where, String what, Throwable cause) {
    super(where + ": " + what, cause);
  }

  /**
   * One that no database complained about.
   *
   * @param where the register
   * @param what what is wrong with it, and what to do
   */
  public RegisterException(String where, String what) {
    super(where + ": " + what);
  }
}
