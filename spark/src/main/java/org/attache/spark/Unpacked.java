package org.attache.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** What is packed with gzip; of a packed file that is cut, everything up to the cut. */
final class Unpacked extends InputStream {
  private final GzipCompressorInputStream packed;
  private Optional<IOException> fault = Optional.empty();

  /**
   * Unpacks a stream, all its members.
   *
   * @throws IOException where its beginning is no gzip
   */
  Unpacked(InputStream packed) throws IOException {
    this.packed =
        GzipCompressorInputStream.builder()
            .setInputStream(packed)
            .setDecompressConcatenated(true)
            .get();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Where unpacking fails, gives what was unpacked before, and fails the next time. */
  @Override
  public int read(byte[] to, int start, int length) throws IOException {
    if (fault.isPresent()) {
      throw fault.get();
    }
    long before = packed.getBytesRead();
    try {
      return packed.read(to, start, length);
    } catch (IOException e) {
      int unpacked = Math.toIntExact(packed.getBytesRead() - before);
      if (unpacked == 0) {
        throw e;
      }
      fault = Optional.of(e);
      return unpacked;
    }
  }

  @Override
  public void close() throws IOException {
    packed.close();
  }
}
