package org.attache.desk.gate;

/** A request that cannot be answered as it was put; says what to do instead. */
public final class Wrong extends RuntimeException {
  /** A request under another name; whoever sent it is told nothing and given no form. */
  public static final int MISDIRECTED = 421;

  private final int status;
  private final String title;

  /**
   * A fault.
   *
   * @param status of HTTP
   * @param title what is wrong, in a few words
   * @param advice what to do
   */
  public Wrong(int status, String title, String advice) {
    super(advice);
    this.status = status;
    this.title = title;
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** What is wrong, in a few words. */
  public String title() {
    return title;
  }

  /** What to do. */
  public String advice() {
    return String.valueOf(getMessage());
  }

  /** There is no such thing. */
  public static Wrong missing(String what) {
    return new Wrong(
        404,
        "There is no such " + what,
        "It may have been merged, rejected or never been here. Look for it by its words instead.");
  }

  /** A parameter makes no sense. */
  public static Wrong parameter(String name, String advice) {
    return new Wrong(400, "“" + name + "” cannot be understood", advice);
  }

  /** Too many ask at once. */
  public static Wrong busy() {
    return new Wrong(
        503, "Too many ask at once", "Nothing is lost. Wait a few seconds, and try again.");
  }

  /** Not without a role. */
  public static Wrong forbidden(String role) {
    return new Wrong(
        403,
        "That is not for your account",
        "It needs the role " + role + ". Ask an administrator of this desk for it.");
  }
}
