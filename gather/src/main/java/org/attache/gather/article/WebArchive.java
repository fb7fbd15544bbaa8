package org.attache.gather.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
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
  /** An archive with more broken records than this is none. */
  private static final int MOST_BROKEN = 1000;

  private static final int LONGEST_MESSAGE = 80;

  private WebArchive() {}

  /**
   * Reads record by record. Where one is broken it is named, and reading goes on at the next one
   * that begins behind it.
   *
   * @param name the archive's name, for messages
   */
  static void read(String name, FileChannel archive, Consumer<Gathered> to) throws IOException {
    RecordStarts starts = RecordStarts.of(archive);
    OptionalLong from = OptionalLong.of(0);
    long record = 0;
    for (int broken = 0; from.isPresent() && broken <= MOST_BROKEN; broken++) {
      archive.position(from.getAsLong());
      // Not closed, as that would close the archive, which is read on behind a broken record.
      WarcReader reader = new WarcReader(archive);
      long at = from.getAsLong();
      try {
        while (true) {
          Optional<WarcRecord> next = reader.next();
          if (next.isEmpty()) {
            return;
          }
          record++;
          at = reader.position();
          readOne(name + ", record " + record, next.get(), to);
        }
      } catch (IOException | IllegalArgumentException e) {
        at = Math.max(at, reader.position());
        from = starts.after(archive, at);
        to.accept(
            new Fault(
                name,
                "is broken behind record "
                    + record
                    + ", near byte "
                    + at
                    + ": "
                    + brief(e)
                    + (from.isPresent()
                        ? "; read on at byte " + from.getAsLong()
                        : "; what came before is kept, fetch the archive again for the rest")));
      }
    }
    if (from.isPresent()) {
      to.accept(new Fault(name, "has too many broken records; the rest is left out"));
    }
  }

  private static void readOne(String place, WarcRecord record, Consumer<Gathered> to)
      throws IOException {
    Optional<Gathered> page;
    try {
      page = read(place, record);
    } catch (IllegalArgumentException e) {
      page = Optional.of(new Fault(place, "is broken: " + brief(e) + "; the rest is read"));
    }
    page.ifPresent(to);
  }

  /** The beginning of a message, without the raw bytes that the archive holds there. */
  private static String brief(Exception fault) {
    String message = String.valueOf(fault.getMessage()).replaceAll("[^\\x20-\\x7e]|\\\\x\\w+", "?");
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "…";
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
