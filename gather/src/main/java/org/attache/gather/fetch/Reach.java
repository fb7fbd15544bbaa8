package org.attache.gather.fetch;

/**
 * How far a fetcher may reach.
 *
 * @param privateNetworks whether it may dial private networks and this machine itself; addresses
 *     that belong to no host, and those of the metadata of clouds, are never dialled
 * @param anyPort whether it may dial ports other than 80, 443, 8080 and 8443
 */
public record Reach(boolean privateNetworks, boolean anyPort) {
  /** The public internet at its usual ports. */
  public static final Reach PUBLIC = new Reach(false, false);

  /** Private networks and all ports too: for pages of one's own. */
  public static final Reach PRIVATE_TOO = new Reach(true, true);
}
