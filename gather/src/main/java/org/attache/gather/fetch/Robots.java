package org.attache.gather.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Knows what sites want of robots, after RFC 9309.
 *
 * <p>One departure, to the careful side: a site that answers 429 to the request for its rules is
 * busy, not without rules.
 */
final class Robots {
  /** The RFC wants at least so much to be read. */
  private static final int BYTES = 500 * 1_024;

  /** How many redirects the RFC wants to be followed; who has more is taken to have no rules. */
  private static final int REDIRECTS = 5;

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration TRIED_AGAIN = Duration.ofMinutes(10);

  /** Rules take up about a dozen times the bytes that they are read from. */
  private static final int BYTES_KEPT = 4 * 1_024 * 1_024;

  private static final int BYTES_OF_ANY = 1_024;

  private final UserAgent agent;
  private final Pace pace;
  private final Gate gate;
  private final Courtesy courtesy;
  private final InstantSource clock;
  private final Map<String, Site> sites = new LinkedHashMap<>(16, 0.75f, true);

  Robots(UserAgent agent, Pace pace, Gate gate, Courtesy courtesy, InstantSource clock) {
    this.agent = agent;
    this.pace = pace;
    this.gate = gate;
    this.courtesy = courtesy;
    this.clock = clock;
  }

  /**
   * How long a host wants to be left alone before a destination is asked for.
   *
   * @throws NotFetchedException where its rules forbid to ask, or cannot be had
   */
  Duration pauseBefore(Destination to) throws InterruptedException, NotFetchedException {
    BaseRobotRules rules = rules(to);
    if (!rules.isAllowed(to.uri().toString())) {
      throw NotFetchedException.refused(
          to.uri() + ": the site's robots.txt does not want " + agent.product() + " there");
    }
    return pace.pauseFor(Duration.ofMillis(Math.max(0, rules.getCrawlDelay())));
  }

  private BaseRobotRules rules(Destination to) throws InterruptedException, NotFetchedException {
    Site site = site(to.origin());
    site.lock.lockInterruptibly();
    try {
      if (!clock.instant().isBefore(site.stale)) {
        renew(site, to);
      }
      return site.rules.orElseThrow(
          () ->
              NotFetchedException.failed(
                  site.trouble, Optional.of(Duration.between(clock.instant(), site.stale))));
    } finally {
      site.lock.unlock();
    }
  }

  /**
   * An unreachable file leaves earlier rules in force; where there are none, nothing is allowed.
   */
  private void renew(Site site, Destination to) throws InterruptedException {
    try {
      Answer answer = ask(to.at("/robots.txt"));
      site.rules = Optional.of(parsed(to, answer));
      site.bytes = answer.body().length();
      site.stale = clock.instant().plus(KEPT);
    } catch (NotFetchedException e) {
      site.trouble = to.origin() + "/robots.txt cannot be had, so nothing is: " + e.reason();
      site.stale =
          clock
              .instant()
              .plus(e.retryAfter().map(a -> Pace.longer(a, TRIED_AGAIN)).orElse(TRIED_AGAIN));
    }
  }

  private Answer ask(Destination file) throws InterruptedException, NotFetchedException {
    Destination to = file;
    Answer answer = courtesy.get(to, Validators.NONE, BYTES, pace.pause());
    for (int hops = 0; hops < REDIRECTS; hops++) {
      Optional<URI> next = answer.redirection(to.uri());
      if (next.isEmpty()) {
        break;
      }
      to = gate.admit(next.get());
      answer = courtesy.get(to, Validators.NONE, BYTES, pace.pause());
    }
    if (answer.isTrouble()) {
      throw NotFetchedException.failed(
          "the answer was " + answer.status(), answer.retryAfter(clock.instant()));
    }
    return answer;
  }

  private BaseRobotRules parsed(Destination to, Answer answer) {
    if (!answer.isSuccess()) {
      return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    }
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    return parser.parseContent(
        to.origin() + "/robots.txt",
        answer.body().toBytes(),
        answer.contentType().orElse("text/plain"),
        List.of(agent.robot()));
  }

  /** The site, and room for it: those asked for longest ago go first. */
  private synchronized Site site(String origin) {
    Site site = sites.computeIfAbsent(origin, unknown -> new Site());
    long bytes = sites.values().stream().mapToLong(s -> s.bytes + BYTES_OF_ANY).sum();
    Iterator<Site> oldest = sites.values().iterator();
    while (bytes > BYTES_KEPT && sites.size() > 1) {
      bytes -= oldest.next().bytes + BYTES_OF_ANY;
      oldest.remove();
    }
    return site;
  }

  /** What is known of a site; guarded by its lock. */
  private static final class Site {
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<BaseRobotRules> rules = Optional.empty();
    private volatile int bytes;
    private String trouble = "";
    private Instant stale = Instant.MIN;
  }
}
