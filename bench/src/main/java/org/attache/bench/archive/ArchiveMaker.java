package org.attache.bench.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.attache.bench.press.InventedPress;
import org.attache.bench.press.InventedPress.Piece;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Writes web archives of an invented press, each record a gzip member of its own. */
final class ArchiveMaker {
  private static final Instant FETCHED = Instant.parse("2025-11-24T06:00:00Z");

  private ArchiveMaker() {}

  /**
   * Writes an archive; the same for the same press and number of pages.
   *
   * @return how many bytes its pages have, unpacked
   */
  static long write(Path file, InventedPress press, long pages) throws IOException {
    PageMaker maker = new PageMaker(press, 7);
    long bytes = 0;
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        WarcWriter writer = new WarcWriter(channel, WarcCompression.GZIP)) {
      writer.write(
          new Warcinfo.Builder()
              .date(FETCHED)
              .fields(Map.of("software", java.util.List.of("bench-archive")))
              .build());
      for (long number = 0; number < pages; number++) {
        Piece piece = press.piece(number);
        byte[] body = maker.page(piece).getBytes(StandardCharsets.UTF_8);
        bytes += body.length;
        HttpResponse answer =
            new HttpResponse.Builder(200, "OK")
                .setHeader("Server", "news/1.0")
                .setHeader("Cache-Control", "max-age=60")
                .setHeader("Vary", "Accept-Encoding")
                .body(MediaType.parse("text/html; charset=utf-8"), body)
                .build();
        writer.write(
            new WarcResponse.Builder(URI.create(PageMaker.url(piece)))
                .date(FETCHED.plusMillis(number))
                .body(answer)
                .build());
      }
    }
    return bytes;
  }
}
