package org.attache.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.attache.gather.article.Gathered;
import org.attache.gather.article.Gathered.Fault;
import org.attache.gather.article.Gathering;
import org.attache.gather.article.Records;
import org.attache.lexicon.LexiconException;

/**
 * Gets reports out of archives. Whatever is wrong with an archive is one more thing that comes out
 * of it; none is ever in memory as a whole.
 */
final class ArchiveReader {
  /** A server that does not answer may do so at the next try. */
  private static final int TRIES = 3;

  private final Configuration hadoop;
  private final Tally tally;
  private final FirstLook firstLook;

  /**
   * A reader of archives.
   *
   * @param hadoop how to get at file systems
   * @param tally counts archives and records
   * @param firstLook which pages are worth parsing
   */
  ArchiveReader(Configuration hadoop, Tally tally, FirstLook firstLook) {
    this.firstLook = firstLook;
    this.hadoop = hadoop;
    this.tally = tally;
  }

  /** Reads an archive; takes each article, and each reason why there is none. */
  void read(Archive archive, Consumer<Gathered> to) {
    tally.add(Count.ARCHIVES);
    try {
      switch (archive.form()) {
        case WARC -> warc(archive, to);
        case LINES -> lines(archive, counted(to));
        case PARQUET -> ParquetReports.read(archive, hadoop, counted(to));
      }
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      to.accept(
          new Fault(
              archive.file(),
              "cannot be read on: "
                  + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                  + "; what came before is kept, check the file and read it again"));
    }
  }

  private Consumer<Gathered> counted(Consumer<Gathered> to) {
    return gathered -> {
      tally.add(Count.RECORDS);
      to.accept(gathered);
    };
  }

  private void lines(Archive archive, Consumer<Gathered> to) throws IOException {
    try (InputStream raw = new BufferedInputStream(open(archive), 1 << 16);
        InputStream in = archive.isPacked() ? new Unpacked(raw) : raw) {
      Gathering.lines(archive.file(), in, Optional.of(Instant.ofEpochMilli(archive.written())), to);
    }
  }

  private InputStream open(Archive archive) throws IOException {
    Path path = new Path(archive.file());
    return path.getFileSystem(hadoop).open(path);
  }

  /**
   * Reads a web archive from a local file: to read on behind a broken record one must look around
   * in it, which over a network would be slow.
   */
  private void warc(Archive archive, Consumer<Gathered> to) throws IOException {
    Path path = new Path(archive.file());
    if ("file".equals(path.toUri().getScheme())) {
      Gathering.archive(
          java.nio.file.Path.of(path.toUri().getPath()), archive.file(), records(), to);
      return;
    }
    java.nio.file.Path copy = Files.createTempFile("attache-", ".warc");
    try {
      fetch(archive, copy);
      Gathering.archive(copy, archive.file(), records(), to);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private void fetch(Archive archive, java.nio.file.Path copy) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try (InputStream in = open(archive)) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return;
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private Records records() {
    return new Records() {
      @Override
      public void seen() {
        tally.add(Count.RECORDS);
      }

      @Override
      public void passedOver(Why why) {
        tally.add(
            switch (why) {
              case NO_ANSWER -> Count.NO_ANSWER;
              case NO_SUCCESS -> Count.NO_SUCCESS;
              case NO_HTML -> Count.NO_HTML;
              case NOT_WORTH_PARSING -> Count.PASSED_OVER_BY_BYTES;
            });
      }

      @Override
      public boolean isWorthParsing(byte[] page) {
        try {
          return firstLook.isWorthParsing(page);
        } catch (LexiconException e) {
          throw e;
        } catch (RuntimeException e) {
          // A page that the look does not get along with is left to the parser.
          return true;
        }
      }
    };
  }
}
