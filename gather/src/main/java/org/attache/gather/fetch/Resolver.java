package org.attache.gather.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host. */
@FunctionalInterface
public interface Resolver {
  /** This machine's own. */
  Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * All addresses of a host, in the order in which to try them.
   *
   * @param host a name in lower case and ASCII, without a dot at its end; never an address
   * @throws UnknownHostException where it has none, or nobody can say now
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
