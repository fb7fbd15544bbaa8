package org.attache.gather.fetch;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered to one request.
 *
 * @param status its three digits
 * @param headers by their names in lower case; the first of several alike
 * @param body of a successful answer; of others nothing is read
 * @param cut whether the body went on after the limit
 */
record Answer(int status, Map<String, String> headers, Body body, boolean cut) {
  private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);

  Answer {
    headers = Map.copyOf(headers);
  }

  /** Whether the body is the page itself. */
  static boolean isSuccess(int status) {
    return status == 200 || status == 203;
  }

  boolean isSuccess() {
    return isSuccess(status);
  }

  /** Whether the host is asked too much, or in trouble. */
  boolean isTrouble() {
    return status == 429 || status >= 500;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * Where it redirects to.
   *
   * @throws NotFetchedException where that is no address
   */
  Optional<URI> redirection(URI base) throws NotFetchedException {
    Optional<String> location = header("Location").filter(x -> REDIRECTIONS.contains(status));
    return location.isPresent()
        ? Optional.of(Location.from(base, location.get()))
        : Optional.empty();
  }

  Optional<Duration> retryAfter(Instant now) {
    return header("Retry-After").flatMap(value -> RetryAfter.from(value, now));
  }

  Validators validators() {
    return Validators.of(header("ETag"), header("Last-Modified"));
  }

  Optional<String> contentType() {
    return header("Content-Type")
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(type -> type.matches("[!-~]+/[!-~]+"));
  }

  Optional<Charset> charset() {
    Matcher named = CHARSET.matcher(header("Content-Type").orElse(""));
    return named.find() ? known(named.group(1)) : Optional.empty();
  }

  private static Optional<Charset> known(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
