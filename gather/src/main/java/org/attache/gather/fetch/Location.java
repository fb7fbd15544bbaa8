package org.attache.gather.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import org.apache.hc.client5.http.utils.URIUtils;

/** Reads the header {@code Location}. */
final class Location {
  private static final String KEPT = "-._~:/?#@!$&'()*+,;=%";

  private Location() {}

  /**
   * Where a redirect leads.
   *
   * @param base where it was met
   * @param location the value of the header, one character for each of its bytes
   * @throws NotFetchedException where that is no address
   */
  static URI from(URI base, String location) throws NotFetchedException {
    try {
      return URIUtils.resolve(base, parse(location.strip()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw NotFetchedException.failed(
          base + " redirects to what is no address: " + Printable.of(location));
    }
  }

  /** Many servers write spaces and letters of their language as they are. */
  private static URI parse(String location) throws URISyntaxException {
    return isUri(location) ? new URI(location) : new URI(escaped(location));
  }

  private static boolean isUri(String location) {
    try {
      URI uri = new URI(location);
      return uri.toString().equals(uri.toASCIIString());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String escaped(String location) {
    StringBuilder written = new StringBuilder();
    location.chars().forEach(c -> written.append(isKept(c) ? Character.toString(c) : escape(c)));
    return written.toString();
  }

  private static boolean isKept(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
  }

  private static String escape(int c) {
    return "%" + HexFormat.of().withUpperCase().toHexDigits((byte) c);
  }
}
