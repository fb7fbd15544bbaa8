package org.attache.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attache.bench.press.InventedPress;
import org.attache.bench.press.InventedPress.Piece;
import org.attache.gather.article.Gathered;
import org.attache.gather.article.Gathering;
import org.attache.lexicon.Tables;
import org.attache.triage.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveMakerTest {
  private static final int PAGES = 150;
  private static final int ONE_IN = 10;

  @TempDir Path folder;

  private final InventedPress press = new InventedPress(ONE_IN, 1);

  @Test
  void an_archive_is_the_same_whenever_it_is_made() throws IOException {
    Path one = folder.resolve("one.warc.gz");
    Path other = folder.resolve("other.warc.gz");
    long bytes = ArchiveMaker.write(one, press, 20);

    assertThat(ArchiveMaker.write(other, press, 20)).isEqualTo(bytes);
    assertThat(bytes).isBetween(20 * 50_000L, 20 * 180_000L);
    assertThat(articles(one)).isEqualTo(articles(other));
  }

  @Test
  void its_pages_hold_the_articles_that_were_put_in() throws IOException {
    Path archive = folder.resolve("a.warc.gz");
    ArchiveMaker.write(archive, press, PAGES);
    List<String> articles = articles(archive);

    assertThat(articles).hasSize(PAGES);
    for (int i = 0; i < PAGES; i++) {
      Piece piece = press.piece(i);
      assertThat(articles.get(i)).startsWith(piece.title() + "\n");
      assertThat(articles.get(i)).contains(piece.paragraphs().get(2));
    }
  }

  @Test
  void triage_lets_all_pages_on_dealings_through_and_few_others() {
    Triage triage = new Triage(Tables.builtIn());
    PageMaker maker = new PageMaker(press, 7);
    int others = 0;
    for (int i = 0; i < PAGES; i++) {
      Piece piece = press.piece(i);
      byte[] page = maker.page(piece).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      boolean through = triage.mayHold(page);
      if (piece.dealings()) {
        assertThat(through).as(piece.text()).isTrue();
      } else {
        others += through ? 1 : 0;
      }
    }
    assertThat(triage.pages().seen()).isEqualTo(PAGES);
    assertThat(triage.pages().passed()).isEqualTo(PAGES / ONE_IN + others);
    assertThat(others).isLessThan(PAGES / 10);
  }

  /** The text of each article of an archive; a page without one is a fault of the test. */
  private static List<String> articles(Path archive) throws IOException {
    assertThat(Files.size(archive)).isPositive();
    List<String> texts = new ArrayList<>();
    Gathering.read(
        archive,
        gathered ->
            texts.add(
                switch (gathered) {
                  case Gathered.Article article -> article.text();
                  case Gathered.Fault fault -> throw new AssertionError(fault.toString());
                }));
    return texts;
  }
}
