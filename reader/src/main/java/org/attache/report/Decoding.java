package org.attache.report;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attache.report.UnreadableReportException.Fault;

/** From bytes to characters: tells what a text is written in, and what is no text at all. */
final class Decoding {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** How many bytes, and characters, show what a file is. */
  private static final int SAMPLE = 65_536;

  /** More control characters than this among the characters are a sign of something binary. */
  private static final double MOST_CONTROLS = 0.02;

  private static final double MOST_NULS = 0.3;

  /**
   * The beginning of a file that holds something else than text.
   *
   * @param bytes the first bytes, as Latin-1
   * @param what what such a file is
   * @param remedy what to do
   */
  private record Signature(String bytes, String what, String remedy) {}

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("%PDF-", "a PDF document", "extract its text first, as pdftotext does"),
          new Signature("{\\rtf", "an RTF document", "save it as plain text first"),
          new Signature("\u00D0\u00CF\u0011\u00E0", "an office document", "save it as text first"),
          new Signature(
              "PK\u0003\u0004",
              "a ZIP archive or an office document",
              "unpack it or save it as text"),
          new Signature("\u001F\u008B", "a gzip archive", "unpack it first"),
          new Signature("\u0089PNG", "a picture", "give the report's text"),
          new Signature("GIF8", "a picture", "give the report's text"),
          new Signature("\u00FF\u00D8\u00FF", "a picture", "give the report's text"),
          new Signature("\u007FELF", "a program", "give the report's text"));

  /**
   * What the bytes say.
   *
   * @param text the characters, byte-order mark included
   * @param note what the user should know of how they were read
   */
  record Decoded(String text, Optional<String> note) {}

  private Decoding() {}

  static Decoded decode(String name, byte[] bytes) throws UnreadableReportException {
    refuseSignatures(name, bytes);
    Decoded decoded = decode(bytes);
    refuseBinary(name, decoded.text());
    refuseMarkup(name, decoded.text());
    return decoded;
  }

  private static Decoded decode(byte[] bytes) {
    if (startsWith(bytes, "\u00FF\u00FE\0\0") && bytes.length % 4 == 0) {
      return read(bytes, StandardCharsets.UTF_32LE);
    }
    if (startsWith(bytes, "\0\0\u00FE\u00FF")) {
      return read(bytes, StandardCharsets.UTF_32BE);
    }
    if (startsWith(bytes, "\u00FF\u00FE")) {
      return read(bytes, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, "\u00FE\u00FF")) {
      return read(bytes, StandardCharsets.UTF_16BE);
    }
    return wideByNuls(bytes).map(wide -> read(bytes, wide)).orElseGet(() -> eightBit(bytes));
  }

  private static Decoded read(byte[] bytes, Charset charset) {
    return new Decoded(new String(bytes, charset), Optional.empty());
  }

  /** In UTF-16, every other byte of a text in Latin script is NUL. */
  private static Optional<Charset> wideByNuls(byte[] bytes) {
    int pairs = Math.min(bytes.length, SAMPLE) / 2;
    int first = 0;
    int second = 0;
    for (int i = 0; i < pairs; i++) {
      first += bytes[2 * i] == 0 ? 1 : 0;
      second += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (second > 0.7 * pairs && first < 0.05 * pairs) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return first > 0.7 * pairs && second < 0.05 * pairs
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  /**
   * UTF-8 where it is that. Where more characters beyond ASCII are well-formed UTF-8 than bytes are
   * not, only those bytes are taken for Windows-1252; otherwise all are.
   */
  private static Decoded eightBit(byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    int strange = 0;
    for (CoderResult result = decoder.decode(in, out, true);
        result.isError();
        result = decoder.decode(in, out, true)) {
      for (int i = 0; i < result.length(); i++) {
        out.put(WINDOWS.decode(ByteBuffer.wrap(new byte[] {in.get()})));
        strange++;
      }
      decoder.reset();
    }
    String text = out.flip().toString();
    if (strange == 0) {
      return new Decoded(text, Optional.empty());
    }
    long beyondAscii = text.chars().filter(c -> c > 0x7F).count();
    return beyondAscii - strange > strange
        ? new Decoded(text, Optional.of("has bytes that are not UTF-8; read those as Windows-1252"))
        : new Decoded(
            new String(bytes, WINDOWS), Optional.of("is not UTF-8; read as Windows-1252"));
  }

  private static boolean startsWith(byte[] bytes, String latin) {
    if (bytes.length < latin.length()) {
      return false;
    }
    for (int i = 0; i < latin.length(); i++) {
      if ((bytes[i] & 0xFF) != latin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static void refuseSignatures(String name, byte[] bytes) throws UnreadableReportException {
    for (Signature signature : SIGNATURES) {
      if (startsWith(bytes, signature.bytes())) {
        throw new UnreadableReportException(
            Fault.BINARY, name, "is " + signature.what() + "; " + signature.remedy());
      }
    }
  }

  private static void refuseBinary(String name, String text) throws UnreadableReportException {
    int length = Math.min(text.length(), SAMPLE);
    int nuls = 0;
    int controls = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == 0) {
        nuls++;
      } else if (c == '\uFFFD'
          || Character.isISOControl(c) && !Character.isWhitespace(c) && c != 0x85) {
        controls++;
      }
    }
    boolean holdsOnlyNuls = text.chars().allMatch(c -> c == 0);
    if (!holdsOnlyNuls && (controls > MOST_CONTROLS * length || nuls > MOST_NULS * length)) {
      throw new UnreadableReportException(
          Fault.BINARY, name, "is binary, not text; give a report as plain text");
    }
  }

  private static void refuseMarkup(String name, String text) throws UnreadableReportException {
    String beginning =
        text.substring(0, Math.min(text.length(), 1000)).replace("\uFEFF", "").stripLeading();
    String lower = beginning.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.startsWith("<?xml")) {
      throw new UnreadableReportException(
          Fault.MARKUP, name, "is a web page or XML; give the report's plain text");
    }
  }
}
