package org.attache.gather.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who asks, so that whoever runs a site can tell and complain.
 *
 * @param product the name; also the one that {@code robots.txt} addresses
 * @param version of the program
 * @param contact a page about the program and its operator, or a {@code mailto:} address
 */
public record UserAgent(String product, String version, URI contact) {
  private static final Pattern PRODUCT = Pattern.compile("[A-Za-z_-]+");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.+_-]+");
  private static final Pattern CONTACT = Pattern.compile("(https?://|mailto:)[!-'*-~]+");

  /**
   * Refuses names that no {@code robots.txt} could address, and strangers without a contact.
   *
   * @throws IllegalArgumentException where the product holds more than letters, hyphens and
   *     underscores, the version anything but letters, digits and {@code .+_-}, or the contact is
   *     not an address of http, https or mailto in ASCII and without parentheses
   */
  public UserAgent {
    require(PRODUCT, "product", product);
    require(VERSION, "version", version);
    require(CONTACT, "contact", contact.toString());
  }

  /** As the header {@code User-Agent} has it: {@code Attache/1.0 (+https://paper.example/bot)}. */
  String header() {
    return product + "/" + version + " (+" + contact + ")";
  }

  /** As {@code robots.txt} has it, in lower case. */
  String robot() {
    return product.toLowerCase(Locale.ROOT);
  }

  private static void require(Pattern pattern, String what, String value) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the " + what + " of a user agent must match " + pattern + ", and not be: " + value);
    }
  }
}
