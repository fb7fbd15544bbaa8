package org.attache.desk.account;

/**
 * Who makes a request.
 *
 * @param name the account's name; on a desk without accounts, what its owner is called
 * @param role what they may do
 * @param session what the forms of this browser are tied to; empty for a program with a token
 * @param signedIn whether there is an account to sign out of
 */
public record Visitor(String name, Role role, String session, boolean signedIn) {
  /** Whether they may do what a role may. */
  public boolean may(Role needed) {
    return role.includes(needed);
  }

  /** Whether the request shows a token instead of a cookie, so that no form can be forged. */
  public boolean isProgram() {
    return session.isEmpty();
  }
}
