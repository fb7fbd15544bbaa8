package org.attache.desk.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do at the desk; each may do what those before may. */
public enum Role {
  /** Looks. */
  READER,
  /** Decides about claims, and adds reports. */
  REVIEWER,
  /** Sees who did what, and ends other people's watches. */
  ADMIN;

  /** "reviewer". */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it may do what another may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role of this code. */
  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
