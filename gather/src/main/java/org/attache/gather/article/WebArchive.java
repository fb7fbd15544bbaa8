package org.attache.gather.article;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.attache.gather.article.Gathered.Fault;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Web archives (WARC), packed or not. Only HTML that a server answered with is read; one record at
 * a time, so that memory does not depend on the archive's size.
 */
final class WebArchive {
  private WebArchive() {}

  /**
   * Reads record by record. Where a record is broken it is named; what comes after it is read as
   * far as the archive can be followed.
   */
  static void read(String name, InputStream in, Consumer<Gathered> to) {
    long record = 0;
    try (WarcReader reader = new WarcReader(in)) {
      while (true) {
        Optional<WarcRecord> next = reader.next();
        if (next.isEmpty()) {
          return;
        }
        record++;
        String place = name + ", record " + record;
        try {
          read(place, next.get()).ifPresent(to);
        } catch (IOException | IllegalArgumentException e) {
          to.accept(new Fault(place, "is broken: " + e.getMessage() + "; the rest is read"));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      to.accept(
          new Fault(
              name,
              "breaks off after record "
                  + record
                  + ": "
                  + e.getMessage()
                  + "; what came before is kept, fetch the archive again for the rest"));
    }
  }

  private static Optional<Gathered> read(String place, WarcRecord record) throws IOException {
    if (record instanceof WarcResponse response) {
      if (!response.contentType().base().equals(MediaType.HTTP)
          || response.http().status() != 200
          || !isHtml(response.payloadType())) {
        return Optional.empty();
      }
      try (InputStream body = response.http().body().stream()) {
        return Optional.of(page(place, response, body, response.http().contentType()));
      }
    }
    if (record instanceof WarcResource resource && isHtml(resource.contentType())) {
      try (InputStream body = resource.body().stream()) {
        return Optional.of(page(place, resource, body, resource.contentType()));
      }
    }
    return Optional.empty();
  }

  private static boolean isHtml(MediaType type) {
    return type.base().equals(MediaType.HTML)
        || type.base().toString().equals("application/xhtml+xml");
  }

  private static Gathered page(
      String place, WarcTargetRecord record, InputStream body, MediaType type) throws IOException {
    byte[] html = body.readNBytes(WebPage.MOST_BYTES + 1);
    Instant date = record.date();
    return WebPage.read(
        place + " (" + record.target() + ")",
        html,
        Optional.ofNullable(type.parameters().get("charset")),
        Optional.of(record.target()),
        Optional.of(date));
  }
}
