package org.attache.gather.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request and reads the answer, within limits.
 *
 * <p>Every request has a client and a connection of its own: a host is asked too seldom for keeping
 * connections, and a client that knows one destination can dial no other.
 */
final class Exchange {
  private static final String WANTED =
      "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
          + " application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

  /** More headers, or longer ones, than any page has; without a limit they could fill the heap. */
  private static final Http1Config HEADERS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16_384).build();

  /** By how much packing can make a page longer at most, in bytes. */
  private static final int PACKING = 64 * 1_024;

  private final UserAgent agent;
  private final Limits limits;
  private final Surroundings surroundings;
  private final TlsSocketStrategy tls;
  private final ScheduledExecutorService deadlines = deadlines();

  Exchange(UserAgent agent, Limits limits, Surroundings surroundings) {
    this.agent = agent;
    this.limits = limits;
    this.surroundings = surroundings;
    this.tls = new DefaultClientTlsStrategy(surroundings.tls());
  }

  /**
   * Asks for a destination.
   *
   * @param known what to show to the server
   * @param bytes how much of the body to read
   * @throws NotFetchedException where no answer came within the limits, or none that can be read
   */
  Answer get(Destination to, Validators known, int bytes) throws NotFetchedException {
    return ask(to, request(to, known), response -> answer(response, bytes));
  }

  /**
   * Sends JSON to a destination.
   *
   * @param further headers to send beside those of every request
   * @param json the body, in UTF-8
   * @return the answer without its body
   * @throws NotFetchedException where no answer came within the limits
   */
  Answer post(Destination to, Map<String, String> further, byte[] json) throws NotFetchedException {
    HttpPost request = new HttpPost(to.uri());
    request.setHeader("Connection", "close");
    further.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    return ask(
        to,
        request,
        response ->
            new Answer(response.getCode(), headers(response), new Body(new byte[0]), false));
  }

  /** Makes of what a server sends what is wanted of it. */
  private interface Hearing {
    Answer hear(ClassicHttpResponse response) throws IOException;
  }

  private Answer ask(Destination to, ClassicHttpRequest request, Hearing hearing)
      throws NotFetchedException {
    Line line = new Line(surroundings.sockets());
    Future<?> end =
        deadlines.schedule(line::expire, limits.total().toMillis(), TimeUnit.MILLISECONDS);
    try (CloseableHttpClient client = client(to, line)) {
      try {
        return hearing.hear(client.executeOpen(null, request, HttpClientContext.create()));
      } finally {
        line.cut();
      }
    } catch (IOException e) {
      throw NotFetchedException.failed(
          line.isOverdue()
              ? to.uri() + " did not answer in full within " + seconds()
              : to.uri() + " could not be read: " + Printable.of(String.valueOf(e.getMessage())));
    } finally {
      end.cancel(false);
    }
  }

  /** A thread of its own: one of a pool may be busy for longer than a server is to be heard. */
  private static ScheduledExecutorService deadlines() {
    ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fetch-deadlines").factory());
    thread.setRemoveOnCancelPolicy(true);
    thread.setKeepAliveTime(1, TimeUnit.MINUTES);
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  private String seconds() {
    return limits.total().toMillis() / 1_000.0 + " s";
  }

  private CloseableHttpClient client(Destination to, Line line) {
    BasicHttpClientConnectionManager connection =
        new BasicHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                line,
                DefaultSchemePortResolver.INSTANCE,
                pinned(to),
                RegistryBuilder.<TlsSocketStrategy>create()
                    .register(URIScheme.HTTPS.id, tls)
                    .build()),
            ManagedHttpClientConnectionFactory.builder().http1Config(HEADERS).build());
    // Silence is ended by the deadline; the sockets' own limit is only there should that fail.
    Timeout silence = Timeout.of(limits.total().multipliedBy(2));
    connection.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(limits.connect()))
            .setSocketTimeout(silence)
            .build());
    return HttpClients.custom()
        .setConnectionManager(connection)
        .setUserAgent(agent.header())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setProtocolUpgradeEnabled(false)
                .setResponseTimeout(silence)
                .build())
        .setConnectionReuseStrategy((request, response, context) -> false)
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  /** Whatever name the client asks for, it gets the addresses that were checked. */
  private static DnsResolver pinned(Destination to) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) {
        return to.addresses().toArray(InetAddress[]::new);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private static HttpGet request(Destination to, Validators known) {
    HttpGet request = new HttpGet(to.uri());
    request.setHeader("Accept", WANTED);
    request.setHeader("Accept-Encoding", "gzip");
    request.setHeader("Connection", "close");
    known.etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
    known.lastModified().ifPresent(date -> request.setHeader("If-Modified-Since", date));
    return request;
  }

  private static Map<String, String> headers(ClassicHttpResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Iterator<Header> all = response.headerIterator(); all.hasNext(); ) {
      Header header = all.next();
      String value = Optional.ofNullable(header.getValue()).orElse("");
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), value);
    }
    return headers;
  }

  private static Answer answer(ClassicHttpResponse response, int limit) throws IOException {
    byte[] body = new byte[0];
    HttpEntity entity = response.getEntity();
    if (entity != null && Answer.isSuccess(response.getCode())) {
      body = plain(entity, limit).readNBytes(limit + 1);
    }
    boolean cut = body.length > limit;
    return new Answer(
        response.getCode(),
        headers(response),
        new Body(cut ? Arrays.copyOf(body, limit) : body),
        cut);
  }

  /**
   * The body without its compression. Only the one that was asked for is undone, and only once: of
   * several layers, each could blow up the next a thousandfold.
   *
   * <p>The JDK's own stream goes from one member of a gzip file to the next by recursion; a body of
   * empty members overflows the stack.
   */
  private static InputStream plain(HttpEntity entity, int limit) throws IOException {
    String coding =
        Optional.ofNullable(entity.getContentEncoding())
            .orElse("")
            .strip()
            .toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "", "identity" -> entity.getContent();
      case "gzip", "x-gzip" -> unpacked(entity.getContent(), limit);
      default -> throw new IOException("it is packed as '" + coding + "' and not as gzip");
    };
  }

  /** Names and comments in the head of the file are kept on the heap, so it needs an end too. */
  private static InputStream unpacked(InputStream packed, int limit) throws IOException {
    return GzipCompressorInputStream.builder()
        .setInputStream(
            BoundedInputStream.builder()
                .setInputStream(packed)
                .setMaxCount((long) limit + PACKING)
                .get())
        .setDecompressConcatenated(true)
        .get();
  }
}
