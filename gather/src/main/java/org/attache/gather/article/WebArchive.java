package org.attache.gather.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
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
 * A web archive (WARC), packed or not, read record by record, so that memory does not depend on its
 * size. Only HTML that a server answered with is a page. Where a record is broken it is named, and
 * reading goes on at the next one that begins behind it. For one thread at a time.
 */
public final class WebArchive implements AutoCloseable {
  /** An archive with more broken records than this is none. */
  private static final int MOST_BROKEN = 1000;

  private static final int LONGEST_MESSAGE = 80;

  private final String name;
  private final Records records;
  private final FileChannel archive;
  private final RecordStarts starts;
  private OptionalLong from;
  private Optional<WarcReader> reader = Optional.empty();
  private long record;
  private long at;
  private int broken;

  /** What is found in an archive. */
  public sealed interface Piece {
    /** How many records have been read, its own included. */
    long record();

    /** The byte of the archive at which its record begins. */
    long place();
  }

  /** A page, not yet looked at. */
  public static final class Page implements Piece {
    private final long record;
    private final long place;
    private final String name;
    private final byte[] html;
    private final Optional<String> charset;
    private final String url;
    private final Instant retrieved;

    private Page(
        long record,
        long place,
        String name,
        byte[] html,
        Optional<String> charset,
        WarcTargetRecord from) {
      this.record = record;
      this.place = place;
      this.name = name;
      this.html = html;
      this.charset = charset;
      this.url = from.target();
      this.retrieved = from.date();
    }

    @Override
    public long record() {
      return record;
    }

    @Override
    public long place() {
      return place;
    }

    /** What to call it. */
    public String name() {
      return name;
    }

    /** Its bytes, unpacked; not a copy, and not to be changed. */
    public byte[] html() {
      return html;
    }

    /** The article of the page, or why there is none. */
    public Gathered read() {
      try {
        return WebPage.read(name, html, charset, Optional.of(url), Optional.of(retrieved));
      } catch (StackOverflowError e) {
        return new Fault(name, "is nested too deep to be read; the rest is read");
      }
    }
  }

  /**
   * A place where the archive is broken.
   *
   * @param fault which, and what is wrong
   */
  public record Broken(long record, long place, Fault fault) implements Piece {}

  private WebArchive(String name, Records records, FileChannel archive, long place, long record)
      throws IOException {
    this.name = name;
    this.records = records;
    this.archive = archive;
    this.record = record;
    starts = RecordStarts.of(archive);
    from = OptionalLong.of(place);
    at = place;
  }

  /** Opens an archive at its beginning. */
  public static WebArchive open(Path file) throws IOException {
    return open(file, file.toString(), Records.UNCOUNTED);
  }

  /**
   * Opens an archive at its beginning.
   *
   * @param name what to call it: where it came from
   * @param records is told of every record
   */
  static WebArchive open(Path file, String name, Records records) throws IOException {
    return new WebArchive(name, records, FileChannel.open(file), 0, 0);
  }

  /**
   * Opens an archive behind a record that was read before.
   *
   * @param place where that record begins
   * @param record its number, from 1
   */
  public static WebArchive behind(Path file, long place, long record) throws IOException {
    WebArchive archive =
        new WebArchive(
            file.toString(), Records.UNCOUNTED, FileChannel.open(file), place, record - 1);
    archive.skip();
    return archive;
  }

  /** Reads what is in an archive, as far as it may hold articles. */
  static void read(Path file, String name, Records records, Consumer<Gathered> to)
      throws IOException {
    try (WebArchive archive = open(file, name, records)) {
      for (Optional<Piece> next = archive.next(); next.isPresent(); next = archive.next()) {
        switch (next.get()) {
          case Page page when !records.isWorthParsing(page.html()) ->
              records.passedOver(Records.Why.NOT_WORTH_PARSING);
          case Page page -> to.accept(page.read());
          case Broken part -> to.accept(part.fault());
        }
      }
    }
  }

  /** How many records have been read so far. */
  public long records() {
    return record;
  }

  /** The byte up to which the archive has been read, more or less. */
  public long place() {
    return at;
  }

  /** The next page or fault; none at the archive's end. */
  public Optional<Piece> next() throws IOException {
    while (from.isPresent()) {
      try {
        Optional<WarcRecord> next = advance();
        if (next.isEmpty()) {
          from = OptionalLong.empty();
          if (record == 0 && broken == 0) {
            return Optional.of(
                new Broken(0, 0, new Fault(name, "holds no record; fetch the archive again")));
          }
        } else {
          Optional<Piece> piece = piece(next.get());
          if (piece.isPresent()) {
            return piece;
          }
        }
      } catch (IOException | IllegalArgumentException e) {
        return Optional.of(broken(e));
      }
    }
    return Optional.empty();
  }

  private void skip() throws IOException {
    try {
      advance();
    } catch (IllegalArgumentException e) {
      throw new IOException("has no record at byte " + at, e);
    }
  }

  private Optional<WarcRecord> advance() throws IOException {
    if (reader.isEmpty()) {
      archive.position(from.orElseThrow());
      // Not closed, as that would close the archive, which is read on behind a broken record.
      reader = Optional.of(new WarcReader(archive));
    }
    Optional<WarcRecord> next = reader.get().next();
    if (next.isPresent()) {
      record++;
      records.seen();
      at = reader.get().position();
    }
    return next;
  }

  private Piece broken(Exception fault) throws IOException {
    at = Math.max(at, reader.map(WarcReader::position).orElse(0L));
    return new Broken(record, at, new Fault(name, brokenAt(fault)));
  }

  private String brokenAt(Exception fault) throws IOException {
    long place = at;
    from = starts.after(archive, place);
    reader = Optional.empty();
    broken++;
    String what =
        "is broken behind record " + record + ", near byte " + place + ": " + brief(fault);
    if (from.isEmpty()) {
      return what + "; what came before is kept, fetch the archive again for the rest";
    }
    if (broken > MOST_BROKEN) {
      from = OptionalLong.empty();
      return what + "; has too many broken records, the rest is left out";
    }
    at = from.getAsLong();
    return what + "; read on at byte " + at;
  }

  private Optional<Piece> piece(WarcRecord next) throws IOException {
    String place = name + ", record " + record;
    try {
      return page(place, next);
    } catch (IllegalArgumentException e) {
      return Optional.of(
          new Broken(
              record, at, new Fault(place, "is broken: " + brief(e) + "; the rest is read")));
    }
  }

  /** The beginning of a message, without the raw bytes that the archive holds there. */
  private static String brief(Exception fault) {
    String message = String.valueOf(fault.getMessage()).replaceAll("[^\\x20-\\x7e]|\\\\x\\w+", "?");
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "…";
  }

  private Optional<Piece> page(String place, WarcRecord next) throws IOException {
    Optional<Records.Why> none = none(next);
    if (none.isPresent()) {
      records.passedOver(none.get());
      return Optional.empty();
    }
    if (next instanceof WarcResponse response) {
      try (InputStream body = response.http().body().stream()) {
        return Optional.of(page(place, response, body, response.http().contentType()));
      }
    }
    WarcResource resource = (WarcResource) next;
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

  private Page page(String place, WarcTargetRecord next, InputStream body, MediaType type)
      throws IOException {
    return new Page(
        record,
        at,
        place + " (" + next.target() + ")",
        body.readNBytes(WebPage.MOST_BYTES + 1),
        Optional.ofNullable(type.parameters().get("charset")),
        next);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
