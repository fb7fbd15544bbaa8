package org.attache.gather.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides where a fetcher may go.
 *
 * <p>It looks a host up once, checks the addresses, and hands them on with the destination. Nobody
 * looks the host up again before it is dialled, so that a name server cannot answer the check with
 * one address and the call with another.
 */
final class Gate {
  private static final Set<Integer> USUAL_PORTS = Set.of(80, 443, 8080, 8443);
  private static final int LONGEST = 4_096;

  /** The only way to write an IPv4 address that everybody reads alike. */
  private static final Pattern IPV4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private final Reach reach;
  private final Resolver resolver;

  Gate(Reach reach, Resolver resolver) {
    this.reach = reach;
    this.resolver = resolver;
  }

  /**
   * Where to go for an address.
   *
   * @throws NotFetchedException where that is nowhere
   */
  Destination admit(URI uri) throws NotFetchedException {
    if (uri.toString().length() > LONGEST) {
      throw refused(uri, "it is longer than 4,096 characters");
    }
    String scheme = scheme(uri);
    String host = host(uri);
    int port = port(uri, scheme);
    String origin = scheme + "://" + host + (port < 0 ? "" : ":" + port);
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    List<InetAddress> addresses = checked(uri, addresses(uri, name));
    return new Destination(origin, name, URI.create(origin + target(uri)), addresses);
  }

  private static String scheme(URI uri) throws NotFetchedException {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused(uri, "only http and https are fetched");
    }
    return scheme;
  }

  private static String host(URI uri) throws NotFetchedException {
    if (Optional.ofNullable(uri.getRawAuthority()).orElse("").contains("@")) {
      throw refused(uri, "it carries a user's name or password; take it out");
    }
    String host =
        Optional.ofNullable(uri.getHost())
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replaceFirst("\\.$", "");
    if (host.isEmpty()) {
      throw refused(
          uri,
          "it names no host in the usual way; write names in ASCII (xn--…) and numeric addresses"
              + " as four decimal numbers");
    }
    if (host.length() > 253) {
      throw refused(uri, "no host has so long a name");
    }
    return host;
  }

  /** The port, or -1 for the usual one of the scheme. */
  private int port(URI uri, String scheme) throws NotFetchedException {
    int usual = scheme.equals("https") ? 443 : 80;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    if (port == 0 || port > 65_535 || (!reach.anyPort() && !USUAL_PORTS.contains(port))) {
      throw refused(uri, "port " + port + " is not one of 80, 443, 8080 and 8443");
    }
    return port == usual ? -1 : port;
  }

  private static String target(URI uri) {
    URI ascii = URI.create(uri.toASCIIString());
    String path = Optional.ofNullable(ascii.getRawPath()).orElse("");
    String query = Optional.ofNullable(ascii.getRawQuery()).map(q -> "?" + q).orElse("");
    return (path.isEmpty() ? "/" : path) + query;
  }

  private List<InetAddress> addresses(URI uri, String name) throws NotFetchedException {
    if (name.contains(":") || isNumeric(name)) {
      return List.of(literal(uri, name));
    }
    if (!reach.privateNetworks() && (name.equals("localhost") || name.endsWith(".localhost"))) {
      throw refused(uri, name + " is this machine itself");
    }
    try {
      return resolver.resolve(name);
    } catch (UnknownHostException e) {
      throw NotFetchedException.failed("no address of " + name + " could be found");
    }
  }

  /** No name ends in a label that begins with a digit, or no client could tell it from a number. */
  private static boolean isNumeric(String name) {
    return Character.isDigit(name.charAt(name.lastIndexOf('.') + 1));
  }

  private static InetAddress literal(URI uri, String name) throws NotFetchedException {
    if (!name.contains(":") && !IPV4.matcher(name).matches()) {
      throw refused(uri, "its host is a number that not everybody reads alike");
    }
    try {
      return InetAddress.ofLiteral(name);
    } catch (IllegalArgumentException e) {
      throw refused(uri, "its host is no address");
    }
  }

  /**
   * Those that may be dialled. A host that names a private address beside a public one keeps the
   * public one: only addresses from this list are dialled.
   */
  private List<InetAddress> checked(URI uri, List<InetAddress> found) throws NotFetchedException {
    List<InetAddress> dialled = new ArrayList<>();
    List<String> objections = new ArrayList<>();
    for (InetAddress address : found) {
      AddressBlocks.objection(address, reach.privateNetworks())
          .ifPresentOrElse(objections::add, () -> dialled.add(address));
    }
    if (!dialled.isEmpty()) {
      return dialled;
    }
    throw objections.isEmpty()
        ? NotFetchedException.failed("no address of " + uri.getHost() + " could be found")
        : refused(uri, objections.getFirst());
  }

  private static NotFetchedException refused(URI uri, String objection) {
    return NotFetchedException.refused(Printable.of(withoutUser(uri)) + ": " + objection);
  }

  /** Passwords do not belong in messages. */
  private static String withoutUser(URI uri) {
    return uri.toString().replaceFirst("//[^/?#]*@", "//");
  }
}
