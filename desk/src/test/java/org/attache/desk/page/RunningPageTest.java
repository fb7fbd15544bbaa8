package org.attache.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.attache.desk.Browser;
import org.attache.desk.Desk;
import org.attache.desk.Samples;
import org.attache.lexicon.Tables;
import org.attache.register.store.KeptRun;
import org.attache.register.store.Register;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class RunningPageTest {
  private static final KeptRun.Counts COUNTS = new KeptRun.Counts(1234, 1000, 230, 4);

  @Test
  void runs_are_shown_while_they_go_on_when_they_have_ended_and_where_they_broke_off() {
    Path file = Samples.empty();
    Instant now = Instant.now();
    try (Register register = Register.open(file.toString(), Tables.builtIn())) {
      long dead = register.runs().begin("ingest", "old/", now.minus(Duration.ofHours(2)));
      register.runs().beat(dead, now.minus(Duration.ofHours(1)), COUNTS, List.of());
      long done = register.runs().begin("ingest", "<b>reports</b>/", now);
      register.runs().end(done, now, COUNTS, List.of("a.txt: is too long; cut it"));
      long going = register.runs().begin("watch", "feeds.opml", now);
      register.runs().beat(going, now, COUNTS, List.of());
    }
    try (Desk desk = Samples.desk(file)) {
      Browser browser = new Browser(desk);
      Document page = browser.page("/running");

      assertThat(page.select("#runs tbody tr").eachText())
          .hasSize(3)
          .satisfies(
              rows -> {
                assertThat(rows.get(0)).contains("watch feeds.opml", "running", "1,234");
                assertThat(rows.get(1)).contains("<b>reports</b>/", "ended", "1,000");
                assertThat(rows.get(2)).contains("ingest old/", "broken off", "230");
              });
      assertThat(page.text()).contains("is too long; cut it", "Run the same command again");
      assertThat(browser.page("/running/list").select("#runs")).hasSize(1);
      assertThat(browser.page("/").select("p.going").text()).contains("1 run is");
    }
  }
}
