package org.attache.gather.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches pages and feeds of strangers.
 *
 * <p><b>Safely.</b> Every address, also one that a redirect leads to, is checked before it is
 * dialled: only http and https, only the usual ports, no credentials, and no host whose address
 * lies in a private network unless that is allowed. The addresses that were checked are the ones
 * that are dialled. That is why this stands on Apache HttpClient: {@code java.net.http} looks the
 * host up by itself, after any check, and offers no way to hand it an address and keep the host's
 * name for the certificate. For the same reason proxies are not used: a proxy would look up the
 * host once more. No answer may take longer or be larger than the {@link Limits} say.
 *
 * <p><b>Politely.</b> A fetcher says who it is, keeps to {@code robots.txt} (RFC 9309), asks a host
 * one thing at a time with a {@link Pace} between, leaves hosts in trouble alone for longer each
 * time and for as long as they ask, and shows the {@link Validators} of what it already has.
 *
 * <p>It may be used by several threads; they wait for each other where they ask the same host. It
 * remembers hosts and their rules for as long as it lives, so one per program is right.
 */
public final class Fetcher {
  private final Limits limits;
  private final InstantSource clock;
  private final Gate gate;
  private final Courtesy courtesy;
  private final Robots robots;

  /** A fetcher with the usual limits and pace. */
  public Fetcher(UserAgent agent, Reach reach) {
    this(agent, reach, Limits.USUAL, Pace.USUAL, Surroundings.system());
  }

  /** A fetcher whose limits, pace and surroundings are given. */
  public Fetcher(
      UserAgent agent, Reach reach, Limits limits, Pace pace, Surroundings surroundings) {
    this.limits = limits;
    this.clock = surroundings.clock();
    this.gate = new Gate(reach, surroundings.resolver());
    this.courtesy =
        new Courtesy(
            new Turns(pace, surroundings), new Exchange(agent, limits, surroundings), clock);
    this.robots = new Robots(agent, pace, gate, courtesy, clock);
  }

  /**
   * Fetches a page, and waits for the turn of its host before each request; that may take some
   * minutes where redirects lead through busy hosts.
   *
   * @param uri absolute; a fragment is left out
   * @param known what a server said of the page when it was last fetched, or {@link
   *     Validators#NONE}
   * @return what came of it; whatever a server does is told here and never thrown
   * @throws InterruptedException where the thread was told to stop while it waited
   */
  public Fetched fetch(URI uri, Validators known) throws InterruptedException {
    try {
      return follow(uri, known);
    } catch (NotFetchedException e) {
      return e.outcome();
    }
  }

  private Fetched follow(URI start, Validators known)
      throws InterruptedException, NotFetchedException {
    Set<URI> seen = new HashSet<>();
    boolean downgraded = false;
    Destination at = gate.admit(start);
    while (true) {
      if (!seen.add(at.uri())) {
        throw NotFetchedException.failed(start + " redirects in a circle, back to " + at.uri());
      }
      if (seen.size() > limits.redirects() + 1) {
        throw NotFetchedException.failed(
            start + " redirects more than " + limits.redirects() + " times");
      }
      Duration pause = robots.pauseBefore(at);
      Answer answer = courtesy.get(at, known, limits.bytes(), pause);
      Optional<URI> next = answer.redirection(at.uri());
      if (next.isEmpty()) {
        return judged(at, downgraded, answer, known);
      }
      Destination then = gate.admit(next.get());
      downgraded |= at.isEncrypted() && !then.isEncrypted();
      at = then;
    }
  }

  private Fetched judged(Destination at, boolean downgraded, Answer answer, Validators known) {
    if (answer.isSuccess()) {
      return answer.cut()
          ? new Fetched.Refused(at.uri() + " is longer than " + limits.bytes() + " bytes")
          : page(at, downgraded, answer);
    }
    return switch (answer.status()) {
      case 304 ->
          known.isEmpty()
              ? new Fetched.Failed(at.uri() + " is said to be unchanged, but is not known")
              : new Fetched.NotModified();
      case 410 -> new Fetched.Gone();
      case 401, 403, 451 ->
          new Fetched.Refused(at.uri() + " is not for everybody: " + answer.status());
      default ->
          new Fetched.Failed(
              at.uri() + " was answered with " + answer.status(),
              answer.retryAfter(clock.instant()));
    };
  }

  private static Fetched page(Destination at, boolean downgraded, Answer answer) {
    return new Fetched.Page(
        at.uri(),
        downgraded,
        answer.body(),
        answer.contentType(),
        answer.charset(),
        answer.validators());
  }
}
