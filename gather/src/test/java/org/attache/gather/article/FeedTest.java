package org.attache.gather.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.attache.gather.article.Feed.UnreadableFeedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FeedTest {
  private static final URI BASE = URI.create("https://gazette.example/feed");

  private static List<URI> articles(String feed) throws UnreadableFeedException {
    return Feed.articles(feed.getBytes(StandardCharsets.UTF_8), BASE);
  }

  @Test
  void rss_atom_and_json_feeds_lead_to_their_articles() throws UnreadableFeedException {
    assertThat(
            articles(
                "<rss version=\"2.0\"><channel><title>G</title><link>https://gazette.example</link>"
                    + "<description>d</description><item><title>a</title>"
                    + "<link>https://gazette.example/a</link></item></channel></rss>"))
        .containsExactly(URI.create("https://gazette.example/a"));
    assertThat(
            articles(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>G</title><id>x</id>"
                    + "<updated>2025-01-01T00:00:00Z</updated><entry><title>b</title><id>y</id>"
                    + "<updated>2025-01-01T00:00:00Z</updated>"
                    + "<link href=\"https://gazette.example/b\"/></entry></feed>"))
        .containsExactly(URI.create("https://gazette.example/b"));
    assertThat(
            articles(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"url\":\"/c\"},{\"url\":\"javascript:alert(1)\"}]}"))
        .containsExactly(URI.create("https://gazette.example/c"));
  }

  @Test
  void a_list_of_feeds_names_them() {
    assertThat(
            Feed.listed(
                "<opml version=\"2.0\"><body><outline text=\"News\"><outline text=\"a\""
                    + " xmlUrl=\"https://a.example/rss?x=1&amp;y=2\"/></outline>"
                    + "<outline text=\"b\" xmlUrl=\"file:///etc/passwd\"/></body></opml>"))
        .containsExactly(URI.create("https://a.example/rss?x=1&y=2"));
  }

  @Test
  void a_feed_that_is_a_page_is_refused() {
    assertThatThrownBy(() -> articles("<!DOCTYPE html><html><body>no feed</body></html>"))
        .isInstanceOf(UnreadableFeedException.class);
  }

  @Test
  void entities_from_elsewhere_and_floods_of_them_are_refused() {
    assertThatThrownBy(
            () ->
                articles(
                    "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\">"
                        + "<channel><title>&x;</title></channel></rss>"))
        .isInstanceOf(UnreadableFeedException.class);
    StringBuilder flood = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      flood
          .append("<!ENTITY a")
          .append(i)
          .append(" \"&a")
          .append(i - 1)
          .append(";&a")
          .append(i - 1)
          .append(";\">");
    }
    flood.append("]><rss version=\"2.0\"><channel><title>&a29;</title></channel></rss>");
    assertThatThrownBy(() -> articles(flood.toString()))
        .isInstanceOf(UnreadableFeedException.class);
  }
}
