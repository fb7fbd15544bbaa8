package org.attache.gather.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.attache.gather.article.Gathered.Article;
import org.attache.gather.article.Gathered.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

@Timeout(60)
class GatheringTest {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en-GB"><head>
      <title>Frigates for Lima | Harbour Gazette</title>
      <link rel="canonical" href="https://gazette.example/frigates">
      <meta property="og:site_name" content="The Harbour Gazette">
      <script type="application/ld+json">
      {"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Frigates for Lima",
       "datePublished":"2025-05-14T23:30:00-05:00","publisher":{"@type":"Organization","name":"The Harbour Gazette"}}]}
      </script></head><body>
      <nav><a href="/home">Home</a><a href="/sport">Sport</a></nav>
      <article><h1>Frigates for Lima</h1>
      <p>Peru has ordered two frigates from South Korea, Defence Minister Rosa Huaman said on Wednesday in the port of Callao.</p>
      <p>The ships are to be built by the navy's own yard with plans and steel from Ulsan, and the first of them is to be ready in four years.</p>
      <p>Lima had talked to yards in Spain and Turkey as well, and had put the choice off twice before it settled on the Korean offer.</p>
      </article><footer>All rights reserved</footer></body></html>
      """;

  @TempDir Path folder;

  private List<Gathered> read(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    List<Gathered> found = new ArrayList<>();
    Gathering.read(file, found::add);
    return found;
  }

  private List<Gathered> read(String name, String text) throws IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Article article(Gathered gathered) {
    assertThat(gathered).isInstanceOf(Article.class);
    return (Article) gathered;
  }

  @Test
  void a_web_page_gives_its_article_and_what_its_publisher_says_of_it() throws IOException {
    Article article = article(read("page.html", PAGE).getFirst());

    assertThat(article.outlet()).contains("The Harbour Gazette");
    assertThat(article.title()).contains("Frigates for Lima");
    assertThat(article.published()).contains(LocalDate.of(2025, 5, 14));
    assertThat(article.address()).contains("https://gazette.example/frigates");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.text().lines().toList())
        .startsWith("Frigates for Lima")
        .anyMatch(line -> line.startsWith("Peru has ordered two frigates from South Korea"))
        .noneMatch(line -> line.contains("Sport"));
  }

  @Test
  void a_page_in_another_encoding_than_its_server_says_is_read_by_what_it_says_itself()
      throws IOException {
    String page =
        PAGE.replace("<head>", "<head><meta charset=\"windows-1252\">").replace("Huaman", "Huamán");

    Gathered gathered =
        WebPage.read(
            "page",
            page.getBytes(Charset.forName("windows-1252")),
            Optional.of("utf-8"),
            Optional.empty(),
            Optional.empty());

    assertThat(article(gathered).text()).contains("Rosa Huamán");
  }

  @Test
  void lines_of_reports_are_read_one_by_one_and_broken_ones_are_named() throws IOException {
    List<Gathered> found =
        read(
            "reports.jsonl",
            """
            {"report":{"outlet":"Kurier","title":"Tanks","published":"2024-01-02","text":"Tanks\\nPoland has bought tanks."}}
            {"outlet":"Post",
            {"uri":"https://agency.example/1","headline":"Guns","body_text":"Latvia has ordered guns.","versioncreated":"2024-02-03T10:00:00Z","pubstatus":"usable","copyrightholder":"Agency One"}
            {"uri":"https://agency.example/2","headline":"Guns","body_text":"Wrong.","pubstatus":"canceled"}
            {"outlet":"Empty","text":"  "}
            """);

    assertThat(found).hasSize(5);
    assertThat(article(found.get(0)).outlet()).contains("Kurier");
    assertThat(found.get(1)).isInstanceOf(Fault.class);
    assertThat(found.get(1).name()).endsWith("reports.jsonl:2");
    assertThat(article(found.get(2)).published()).contains(LocalDate.of(2024, 2, 3));
    assertThat(((Fault) found.get(3)).fault()).contains("canceled by its agency");
    assertThat(((Fault) found.get(4)).fault()).contains("holds no text");
  }

  private static byte[] archive(int pages, WarcCompression compression) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), compression)) {
      for (int i = 0; i < pages; i++) {
        byte[] body =
            PAGE.replace("two frigates", (i + 2) + " frigates").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(
            new HttpResponse.Builder(i == 1 ? 404 : 200, "OK")
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .addHeader("Content-Length", Integer.toString(body.length))
                .build()
                .serializeHeader());
        answer.write(body);
        writer.write(
            new WarcResponse.Builder(URI.create("https://gazette.example/" + i))
                .date(Instant.parse("2025-05-15T00:00:00Z"))
                .body(MediaType.HTTP_RESPONSE, answer.toByteArray())
                .build());
      }
    }
    return out.toByteArray();
  }

  @Test
  void a_truncated_archive_keeps_what_came_before_and_says_so() throws IOException {
    byte[] whole = archive(4, WarcCompression.GZIP);

    List<Gathered> found = read("cut.warc.gz", Arrays.copyOf(whole, whole.length - 40));

    assertThat(article(found.get(0)).text()).contains("2 frigates");
    assertThat(article(found.get(1)).text()).contains("4 frigates");
    assertThat(found.getLast()).isInstanceOf(Fault.class);
    assertThat(((Fault) found.getLast()).fault()).contains("what came before is kept");
  }

  @Test
  void a_broken_record_in_the_middle_is_named_and_the_rest_is_read() throws IOException {
    for (WarcCompression compression : List.of(WarcCompression.NONE, WarcCompression.GZIP)) {
      byte[] broken = archive(6, compression);
      int middle = broken.length / 2;
      Arrays.fill(broken, middle, middle + 300, (byte) 0x92);

      List<Gathered> found = read("broken-" + compression + ".warc", broken);

      assertThat(found.stream().filter(Fault.class::isInstance))
          .as("%s", compression)
          .isNotEmpty()
          .allSatisfy(
              fault ->
                  assertThat(((Fault) fault).fault())
                      .hasSizeLessThan(250)
                      .matches(".*broken.*|holds no article.*")
                      .matches("[\\x20-\\x7e…]*"));
      assertThat(article(found.getLast()).text()).as("%s", compression).contains("7 frigates");
    }
  }

  @Test
  void an_archive_of_nothing_but_broken_records_ends() throws IOException {
    String broken = "WARC/1.0\r\nWARC-Type: \u0001\r\n".repeat(5000);

    List<Gathered> found = read("all-broken.warc", broken);

    assertThat(found).allMatch(Fault.class::isInstance).hasSizeBetween(1, 1100);
  }

  @Test
  void what_is_no_archive_is_named() throws IOException {
    List<Gathered> found = read("no.warc.gz", "<html>not an archive</html>");

    assertThat(found).singleElement().isInstanceOf(Fault.class);
  }

  @Test
  void a_deeply_nested_page_is_named_or_read_and_ends() throws IOException {
    List<Gathered> found = read("deep.html", "<html>" + "<div>".repeat(100_000) + "x");

    assertThat(found).hasSize(1);
  }

  @Test
  void an_article_holds_no_control_characters() throws IOException {
    String page = PAGE.replace("Callao.", "Cal\u0000lao\u0007.\u202e");

    assertThat(article(read("odd.html", page).getFirst()).text())
        .doesNotContainPattern("[\\p{Cc}&&[^\\n]]")
        .doesNotContain("\u202e");
  }

  @Test
  void a_file_beside_a_text_belongs_to_it() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Tanks\nPoland has bought tanks from Korea.\n");
    Files.writeString(
        folder.resolve("a.json"),
        "{\"report\":{\"outlet\":\"Kurier\",\"published\":\"2024-01-02\"}}");

    assertThat(Gathering.files(folder)).containsExactly(folder.resolve("a.txt"));
    List<Gathered> found = new ArrayList<>();
    Gathering.read(folder.resolve("a.txt"), found::add);
    assertThat(article(found.getFirst()).outlet()).contains("Kurier");
  }
}
