package org.attache.bench.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * What the archive way is measured against, in a JVM of its own: an archive unpacked and split into
 * its records, and the same with every page parsed. Prints how long that took, in nanoseconds.
 */
final class ArchivePass {
  private ArchivePass() {}

  /** Goes through an archive once: "split" or "parse", and the archive. */
  public static void main(String... args) throws IOException {
    boolean parse = args[0].equals("parse");
    Path file = Path.of(args[1]);
    long begun = System.nanoTime();
    long seen = 0;
    try (WarcReader reader = new WarcReader(file)) {
      for (WarcRecord record : reader) {
        if (record instanceof WarcResponse response) {
          try (InputStream body = response.http().body().stream()) {
            byte[] page = body.readAllBytes();
            seen +=
                parse
                    ? Jsoup.parse(new java.io.ByteArrayInputStream(page), null, "").childNodeSize()
                    : page.length;
          }
        }
      }
    }
    if (seen == 0) {
      throw new IllegalStateException(file + " has no page");
    }
    System.out.println(System.nanoTime() - begun);
  }
}
