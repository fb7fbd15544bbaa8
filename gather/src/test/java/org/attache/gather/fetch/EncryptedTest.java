package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fetching by https, with a certificate that the JDK's own tool makes for each run. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EncryptedTest {
  private static final String ADDRESS = "93.184.216.34";

  @TempDir private static Path folder;
  private static SSLContext keys;

  @AutoClose private final Internet internet = new Internet();
  private Server secure;

  @BeforeAll
  static void make_a_certificate() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "paper",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-dname",
                "CN=paper.example",
                "-ext",
                "san=dns:paper.example",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(output).isZero();
    keys = context(file);
  }

  @BeforeEach
  void start() {
    internet.name("paper.example", ADDRESS);
    internet.name("other.example", ADDRESS);
    secure = internet.secureServer(ADDRESS, 443, keys);
  }

  @Test
  void a_page_is_fetched_from_a_host_that_shows_its_certificate() throws Exception {
    secure.answers("/a", "200 OK", "Jets");
    assertThat(fetch(Limits.USUAL, "https://paper.example/a")).isInstanceOf(Fetched.Page.class);
    assertThat(internet.dialled).containsOnly(ADDRESS + ":443");
  }

  @Test
  void a_certificate_of_another_host_is_none() throws Exception {
    secure.answers("/a", "200 OK", "Jets");
    assertThat(fetch(Limits.USUAL, "https://other.example/a")).isInstanceOf(Fetched.Failed.class);
    assertThat(secure.requests).isEmpty();
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_none() throws Exception {
    secure.answers("/a", "200 OK", "Jets");
    Fetcher strict =
        new Fetcher(
            FetcherTest.AGENT, Reach.PUBLIC, Limits.USUAL, Pace.USUAL, internet.surroundings());
    assertThat(strict.fetch(URI.create("https://paper.example/a"), Validators.NONE))
        .isInstanceOf(Fetched.Failed.class);
    assertThat(secure.requests).isEmpty();
  }

  @Test
  void a_redirect_from_https_to_http_is_noted_even_if_it_leads_back() throws Exception {
    secure.redirects("/a", "http://paper.example/a").answers("/b", "200 OK", "Jets");
    internet.server(ADDRESS, 80).redirects("/a", "https://paper.example/b");
    assertThat(fetch(Limits.USUAL, "https://paper.example/a"))
        .asInstanceOf(type(Fetched.Page.class))
        .returns(URI.create("https://paper.example/b"), Fetched.Page::uri)
        .returns(true, Fetched.Page::downgraded);
    assertThat(fetch(Limits.USUAL, "http://paper.example/a"))
        .asInstanceOf(type(Fetched.Page.class))
        .returns(false, Fetched.Page::downgraded);
  }

  @Test
  void a_handshake_that_nobody_answers_ends_with_its_time() throws Exception {
    internet.name("mute.example", "93.184.216.35");
    internet.mute("93.184.216.35", 443);
    Limits limits = new Limits(Duration.ofSeconds(20), Duration.ofMillis(500), 1_000, 5);
    long start = System.nanoTime();
    assertThat(fetch(limits, "https://mute.example/a"))
        .asInstanceOf(type(Fetched.Failed.class))
        .extracting(Fetched.Failed::reason)
        .asString()
        .contains("did not answer in full within 0.5 s");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private Fetched fetch(Limits limits, String uri) throws InterruptedException {
    return new Fetcher(
            FetcherTest.AGENT, Reach.PUBLIC, limits, Pace.USUAL, internet.surroundings(keys))
        .fetch(URI.create(uri), Validators.NONE);
  }

  private static SSLContext context(Path file) throws Exception {
    char[] password = "changeit".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, password);
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("paper", store.getCertificate("paper"));
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
