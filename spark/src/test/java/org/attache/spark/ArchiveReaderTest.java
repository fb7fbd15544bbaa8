package org.attache.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.attache.gather.article.Gathered;
import org.attache.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveReaderTest {
  private static final List<Report> REPORTS = Samples.reports().subList(0, 3);

  /** A file system that is not that of the machine, and fails at the first try. */
  public static final class Store extends RawLocalFileSystem {
    private int tries;

    @Override
    public URI getUri() {
      return URI.create("store:///");
    }

    @Override
    public String getScheme() {
      return "store";
    }

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer) throws IOException {
      if (tries++ == 0) {
        throw new FileNotFoundException("the store does not answer");
      }
      return super.open(path, buffer);
    }
  }

  @TempDir Path folder;

  private static Configuration hadoop() {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.store.impl", Store.class.getName());
    return hadoop;
  }

  private List<String> found(String scheme, Tally tally) throws IOException {
    Path file = folder.resolve("some.warc.gz");
    Files.write(file, Samples.archive(REPORTS));
    List<String> texts = new ArrayList<>();
    new ArchiveReader(hadoop(), tally, FirstLook.NONE)
        .read(
            new Archive(scheme + "://" + file, Files.size(file), 0, Archive.Form.WARC),
            gathered -> texts.add(((Gathered.Article) gathered).text()));
    return texts;
  }

  @Test
  void a_web_archive_is_read_from_a_store_as_from_the_machine_and_leaves_nothing_behind()
      throws IOException {
    Tally local = new Tally();
    Tally remote = new Tally();
    Set<Path> before = temporary();

    assertThat(found("store", remote)).hasSize(3).isEqualTo(found("file", local));

    assertThat(temporary()).isEqualTo(before);
    assertThat(remote.value()).isEqualTo(local.value());
    assertThat(remote.value())
        .containsEntry(Count.ARCHIVES, 1L)
        .containsEntry(Count.RECORDS, 9L)
        .containsEntry(Count.NO_SUCCESS, 3L)
        .containsEntry(Count.NO_HTML, 3L);
  }

  private static Set<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().matches("attache-.*\\.warc"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void an_archive_that_is_not_there_any_more_is_named() {
    List<Gathered> found = new ArrayList<>();

    new ArchiveReader(hadoop(), new Tally(), FirstLook.NONE)
        .read(new Archive(folder.toUri() + "gone.jsonl", 10, 0, Archive.Form.LINES), found::add);

    assertThat(found)
        .singleElement()
        .isInstanceOfSatisfying(
            Gathered.Fault.class,
            fault -> {
              assertThat(fault.name()).endsWith("gone.jsonl");
              assertThat(fault.fault()).contains("cannot be read on");
            });
  }
}
