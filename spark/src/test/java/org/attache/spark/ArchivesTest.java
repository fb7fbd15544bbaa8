package org.attache.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
  @TempDir Path folder;

  @Test
  void archives_are_found_by_their_names_in_all_folders_but_hidden_ones() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    Files.createDirectories(folder.resolve("a/_temporary"));
    for (String name :
        List.of(
            "one.WARC.GZ",
            "a/two.jsonl",
            "a/b/three.ndjson.gz",
            "a/b/four.parquet",
            "a/b/readme.md",
            "a/.five.jsonl.crc",
            "a/_temporary/six.jsonl",
            "a/_SUCCESS")) {
      Files.writeString(folder.resolve(name), "x");
    }

    Archives found = Archives.in(List.of(folder.toString()), new Configuration());

    assertThat(found.all())
        .extracting(archive -> Path.of(archive.file()).getFileName() + " " + archive.form())
        .containsExactlyInAnyOrder(
            "one.WARC.GZ WARC", "two.jsonl LINES", "three.ndjson.gz LINES", "four.parquet PARQUET");
    assertThat(found.others()).isEqualTo(1);
    assertThat(Archives.in(List.of(folder + "/a/b/*.parquet"), new Configuration()).all())
        .hasSize(1);
  }

  @Test
  void a_large_archive_is_a_task_and_small_ones_share_some() {
    List<Archive> archives =
        Stream.concat(
                Stream.of(archive("large", 1L << 30)),
                IntStream.range(0, 100).mapToObj(i -> archive("small" + i, 1 << 20)))
            .toList();

    List<List<Archive>> tasks = new Archives(archives, 0).tasks(2);

    assertThat(tasks.getFirst()).extracting(Archive::file).containsExactly("large");
    assertThat(tasks).hasSizeBetween(2, 20);
    assertThat(tasks.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(archives);
  }

  private static Archive archive(String file, long bytes) {
    return new Archive(file, bytes, 0, Archive.Form.WARC);
  }
}
