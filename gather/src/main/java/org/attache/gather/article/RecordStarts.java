package org.attache.gather.article;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/**
 * Where the records of a web archive begin, to read on behind a broken one. Of a packed archive
 * each record is a gzip member of its own (WARC 1.1, annex D).
 *
 * @param packed whether the archive is
 */
record RecordStarts(boolean packed) {
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
  private static final byte[] PLAIN = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
  private static final int WINDOW = 1 << 16;

  /** Those of an archive, by its first bytes. */
  static RecordStarts of(FileChannel archive) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(GZIP.length);
    archive.read(head, 0);
    return new RecordStarts(head.get(0) == GZIP[0] && head.get(1) == GZIP[1]);
  }

  /** The first place behind that byte where a record begins. */
  OptionalLong after(FileChannel archive, long place) throws IOException {
    byte[] mark = packed ? GZIP : PLAIN;
    ByteBuffer window = ByteBuffer.allocate(WINDOW);
    for (long at = place + 1; at < archive.size(); at += WINDOW - mark.length) {
      window.clear();
      int length = archive.read(window, at);
      for (int i = 0; i + mark.length <= length; i++) {
        if (matches(window, i, mark) && isStart(archive, at + i)) {
          return OptionalLong.of(at + i);
        }
      }
    }
    return OptionalLong.empty();
  }

  private static boolean matches(ByteBuffer window, int at, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (window.get(at + i) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean isStart(FileChannel archive, long at) throws IOException {
    if (!packed) {
      ByteBuffer before = ByteBuffer.allocate(1);
      return archive.read(before, at - 1) == 1 && before.get(0) == '\n';
    }
    archive.position(at);
    try {
      InputStream member =
          new GZIPInputStream(new BufferedInputStream(Channels.newInputStream(archive), 512), 512);
      return new String(member.readNBytes(PLAIN.length), StandardCharsets.US_ASCII)
          .equals("WARC/1.");
    } catch (IOException e) {
      // Bytes within a member that look like the beginning of one.
      return false;
    }
  }
}
