package org.attache.gather.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * An address that may be asked for, together with the addresses of its host that were checked; no
 * others are dialled for it.
 *
 * @param origin scheme, host and port, as {@code https://paper.example} or {@code
 *     http://paper.example:8080}
 * @param host its name without a dot at its end, or an address without brackets
 * @param uri what to ask for: the origin, a path and perhaps a query, in ASCII
 * @param addresses of the host, in the order in which to try them; at least one
 */
record Destination(String origin, String host, URI uri, List<InetAddress> addresses) {
  Destination {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("no address of " + host + " may be dialled");
    }
  }

  /** Another place at the same host and port. */
  Destination at(String path) {
    return new Destination(origin, host, URI.create(origin + path), addresses);
  }

  boolean isEncrypted() {
    return uri.getScheme().equals("https");
  }
}
