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
   * @param records is told of every record
   */
  static void read(String name, FileChannel archive, Records records, Consumer<Gathered> to)
      throws IOException {
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
          records.seen();
          at = reader.position();
          readOne(name + ", record " + record, next.get(), records, to);
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

  private static void readOne(
      String place, WarcRecord record, Records records, Consumer<Gathered> to) throws IOException {
    Optional<Gathered> page;
    try {
      page = read(place, record, records);
    } catch (IllegalArgumentException e) {
      page = Optional.of(new Fault(place, "is broken: " + brief(e) + "; the rest is read"));
    } catch (StackOverflowError e) {
      page = Optional.of(new Fault(place, "is nested too deep to be read; the rest is read"));
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

  private static Optional<Gathered> read(String place, WarcRecord record, Records records)
      throws IOException {
    Optional<Records.Why> none = none(record);
    if (none.isPresent()) {
      records.passedOver(none.get());
      return Optional.empty();
    }
    if (record instanceof WarcResponse response) {
      try (InputStream body = response.http().body().stream()) {
        return Optional.of(page(place, response, body, response.http().contentType()));
      }
    }
    WarcResource resource = (WarcResource) record;
    try (InputStream body = resource.body().stream()) {
      return Optional.of(page(place, resource, body, resource.contentType()));
    }
  }

  /** Why a record holds no page; empty where it holds one. */
  private static Optional<Records.Why> none(WarcRecord record) throws IOException {
    if (record instanceof WarcResponse response) {
      if (!response.contentType().base().equals(MediaType.HTTP)) {
        return Optional.of(Records.Why.NO_ANSWER);
      }
      if (response.http().status() != 200) {
        return Optional.of(Records.Why.NO_SUCCESS);
      }
      return isHtml(response.payloadType()) ? Optional.empty() : Optional.of(Records.Why.NO_HTML);
    }
    if (record instanceof WarcResource resource) {
      return isHtml(resource.contentType()) ? Optional.empty() : Optional.of(Records.Why.NO_HTML);
    }
    return Optional.of(Records.Why.NO_ANSWER);
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
