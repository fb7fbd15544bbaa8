package org.attache.gather.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a page as they are after decompression; they never change. */
public final class Body {
  private final byte[] bytes;

  /** A body of a copy of these bytes. */
  public Body(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** How many bytes. */
  public int length() {
    return bytes.length;
  }

  /** A copy of all bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** A stream from the first byte to the last; it holds nothing that needs closing. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body body && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
