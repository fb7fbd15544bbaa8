package org.attache.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.attache.report.UnreadableReportException.Fault;

/** Gets a report's text out of a file or a stream, in whatever it is written. */
public final class ReportFile {
  /**
   * The longest text that is read, in UTF-16 units: some 30,000 words, three times a long press
   * briefing. What is longer is an archive or no report, and its sentences would not fit the memory
   * that reading is to get by with.
   */
  public static final int LONGEST = 200_000;

  /** No character takes more than four bytes. */
  private static final int MOST_BYTES = 4 * LONGEST + 4;

  /**
   * A text that may be a report.
   *
   * @param name what the user calls it
   * @param clean its text
   * @param note what the user should know of how it was read
   */
  public record Text(String name, CleanText clean, Optional<String> note) {}

  private ReportFile() {}

  /**
   * Reads a file.
   *
   * @throws UnreadableReportException where it holds no text that can be read
   */
  public static Text read(Path file) throws UnreadableReportException {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, in);
    } catch (NoSuchFileException e) {
      throw new UnreadableReportException(
          Fault.MISSING, name, "there is no such file; check the name");
    } catch (AccessDeniedException e) {
      throw new UnreadableReportException(
          Fault.CLOSED, name, "may not be read; check its permissions");
    } catch (IOException e) {
      throw new UnreadableReportException(
          Fault.CLOSED, name, "cannot be read: " + e.getMessage() + "; check the file");
    }
  }

  /**
   * Reads a stream to its end, or until it is too long.
   *
   * @param name what to call it in messages
   * @throws UnreadableReportException where it holds no text that can be read
   * @throws IOException where the stream fails
   */
  public static Text read(String name, InputStream in)
      throws IOException, UnreadableReportException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length == 0) {
      throw new UnreadableReportException(
          Fault.EMPTY, name, "is empty; give a file that holds a report's text");
    }
    if (bytes.length > MOST_BYTES) {
      throw tooLong(name);
    }
    Decoding.Decoded decoded = Decoding.decode(name, bytes);
    if (decoded.text().length() > LONGEST) {
      throw tooLong(name);
    }
    CleanText clean = CleanText.of(decoded.text());
    if (clean.text().isBlank()) {
      throw new UnreadableReportException(
          Fault.BLANK,
          name,
          "holds no text after cleaning; give a file that holds a report's text");
    }
    return new Text(name, clean, decoded.note());
  }

  private static UnreadableReportException tooLong(String name) {
    return new UnreadableReportException(
        Fault.TOO_LONG,
        name,
        String.format(
            Locale.ROOT,
            "is longer than %,d characters; give one report a file, or cut it",
            LONGEST));
  }
}
