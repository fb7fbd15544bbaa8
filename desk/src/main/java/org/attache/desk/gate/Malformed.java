package org.attache.desk.gate;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a request that is too broken to be given to the desk, such as one with an address
 * that is none. Only programs send such, so it is told as a problem (RFC 9457).
 */
public final class Malformed extends ErrorHandler {
  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(
        response,
        true,
        "{\"detail\":\"Look at the address, and at the lines before the body.\",\"status\":"
            + code
            + ",\"title\":\""
            + Optional.ofNullable(io.javalin.http.HttpStatus.forStatus(code).getMessage())
                .filter(words -> words.matches("[A-Za-z -]+"))
                .orElse("The request is malformed")
            + "\",\"type\":\"about:blank\"}",
        callback);
  }
}
