package org.attache.desk.watch;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.attache.desk.gate.Wrong;
import org.attache.register.store.DeskBooks.Watch;

/**
 * The feeds of watches. Feed readers keep no cookies: whoever knows the id of a watch, which nobody
 * can guess, may read its feed.
 */
public final class Feeds {
  private static final int MOST = 50;

  private final Watches watches;
  private final boolean secure;

  /**
   * Feeds of a desk.
   *
   * @param secure whether it is reached over TLS, through a proxy
   */
  public Feeds(Watches watches, boolean secure) {
    this.watches = watches;
    this.secure = secure;
  }

  /** Puts them where they are looked for. */
  public void addTo(RoutesConfig routes) {
    routes.get("/watches/{id}.atom", this::send);
  }

  private void send(Context context) {
    Watch watch = watches.live(context.pathParam("id")).orElseThrow(() -> Wrong.missing("watch"));
    byte[] feed =
        Feed.write(
            watch,
            watches.news(watch, MOST),
            (secure ? "https" : context.scheme()) + "://" + context.host());
    String tag = "\"" + hash(feed) + "\"";
    context.header("ETag", tag);
    context.header("Cache-Control", "private, no-cache");
    if (tag.equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType("application/atom+xml; charset=utf-8").result(feed);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
