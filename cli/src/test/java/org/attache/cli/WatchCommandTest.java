package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.attache.lexicon.Tables;
import org.attache.register.store.Question;
import org.attache.register.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Follows a feed of this machine's own. */
@Timeout(120)
class WatchCommandTest {
  private static final String PAGE =
      "<!DOCTYPE html><html lang=\"en\"><head><title>Frigates for Lima</title>"
          + "<meta property=\"article:published_time\" content=\"2025-05-14\"></head><body><article>"
          + "<h1>Frigates for Lima</h1><p>Peru has ordered two frigates from South Korea, the defence"
          + " ministry in Lima said on Wednesday after months of talks with three yards.</p><p>The"
          + " ships are to be built in Callao with plans and steel from Ulsan, and the first is to be"
          + " ready in four years, the ministry added.</p></article></body></html>";

  @TempDir Path folder;

  private static void answer(HttpServer server, String path, String type, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static int run(StringWriter err, String... arguments) {
    CommandLine line = AttacheCommand.commandLine();
    line.setErr(new PrintWriter(err));
    line.setOut(new PrintWriter(new StringWriter()));
    return line.execute(arguments);
  }

  @Test
  void a_new_article_of_a_feed_is_read_into_the_register_once() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicInteger robots = new AtomicInteger();
    server.createContext(
        "/robots.txt",
        exchange -> {
          robots.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    String home = "http://127.0.0.1:" + server.getAddress().getPort();
    answer(server, "/a", "text/html", PAGE);
    answer(
        server,
        "/feed",
        "application/rss+xml",
        "<rss version=\"2.0\"><channel><title>G</title><link>"
            + home
            + "</link><description>d</description><item><title>a</title><link>"
            + home
            + "/a</link></item></channel></rss>");
    server.start();
    try {
      String register = folder.resolve("w.db").toString();
      StringWriter err = new StringWriter();
      String[] arguments = {
        "watch", home + "/feed", "--once", "--contact", "mailto:a@b.example", "--register", register
      };

      int refused = run(err, arguments);
      String[] allowed = java.util.Arrays.copyOf(arguments, arguments.length + 1);
      allowed[arguments.length] = "--allow-private";
      String other = folder.resolve("x.db").toString();
      allowed[6] = other;
      int first = run(err, allowed);
      run(err, allowed);

      assertThat(refused).isZero();
      assertThat(first).isZero();
      assertThat(robots.get()).isPositive();
      assertThat(err.toString()).contains("1 report added with ");
      try (Register kept = Register.open(register, Tables.builtIn());
          Register read = Register.open(other, Tables.builtIn())) {
        assertThat(kept.inquiry().reports(Question.ALL)).isEmpty();
        assertThat(read.inquiry().dealings(Question.ALL))
            .isNotEmpty()
            .allSatisfy(line -> assertThat(line.title()).startsWith("South Korea → Peru"));
      }
    } finally {
      server.stop(0);
    }
  }
}
