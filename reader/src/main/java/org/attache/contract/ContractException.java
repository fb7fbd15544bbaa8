package org.attache.contract;

/** JSON that does not hold what the contract says; the message says what is wrong where. */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault with its message. */
  public ContractException(String message) {
    super(message);
  }

  /** A fault with its cause. */
  public ContractException(String message, Throwable cause) {
    super(message, cause);
  }
}
