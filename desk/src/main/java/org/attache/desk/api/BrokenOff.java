package org.attache.desk.api;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Ends an answer that has begun and cannot be brought to its end. */
final class BrokenOff {
  private BrokenOff() {}

  /** Cuts the connection, so that the client does not take what it got for the whole answer. */
  static void end(Context context, RuntimeException fault) {
    ServletContextRequest.getServletContextRequest(context.req()).getServletChannel().abort(fault);
  }
}
