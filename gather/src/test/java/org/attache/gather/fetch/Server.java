package org.attache.gather.fetch;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on the loopback interface that answers just what a test tells it, right or wrong. What
 * it was not told is answered with 404.
 */
final class Server implements AutoCloseable {
  /** One request: what was asked for, with which headers (names in lower case), and when. */
  record Request(String target, Map<String, String> headers, Instant time) {}

  /** Writes an answer, byte by byte if it likes. */
  interface Script {
    void write(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  final List<Request> requests = new CopyOnWriteArrayList<>();

  /** What writing failed with where the caller hung up before the end of an answer. */
  final List<String> hangUps = new CopyOnWriteArrayList<>();

  private final Internet internet;
  private final ServerSocket socket;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private Server(Internet internet, ServerSocket socket) {
    this.internet = internet;
    this.socket = socket;
  }

  /** One that answers. */
  static Server answering(Internet internet, ServerSocket socket) {
    Server server = new Server(internet, socket);
    Thread.ofVirtual().start(server::accept);
    return server;
  }

  /** One whose callers wait for ever: they are connected, but nobody picks up. */
  static Server mute(Internet internet, ServerSocket socket) {
    return new Server(internet, socket);
  }

  InetSocketAddress place() {
    return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
  }

  Server answers(String target, Script script) {
    scripts.put(target, script);
    return this;
  }

  /** Answers with these lines, an empty one before the body; the length of the body is added. */
  Server answers(String target, String head, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return answers(
        target,
        (request, out) -> {
          head(out, head + "\r\nContent-Length: " + bytes.length);
          out.write(bytes);
        });
  }

  Server redirects(String target, String location) {
    return answers(target, "302 Found\r\nLocation: " + location, "");
  }

  /** Which targets were asked for, in order. */
  List<String> targets() {
    return requests.stream().map(Request::target).toList();
  }

  static void head(OutputStream out, String head) throws IOException {
    out.write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        open.add(caller);
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      Request request = read(caller);
      requests.add(request);
      scripts
          .getOrDefault(
              request.target(), (unknown, out) -> head(out, "404 Not Found\r\nContent-Length: 0"))
          .write(request, caller.getOutputStream());
    } catch (IOException e) {
      hangUps.add(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Request read(Socket caller) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
    String first = lines.readLine();
    if (first == null) {
      throw new EOFException("no request");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
    }
    return new Request(first.split(" ")[1], headers, internet.now());
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket caller : open) {
        caller.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
