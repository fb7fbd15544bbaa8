package org.attache.gather.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The table of addresses that strangers must not lead us to. */
final class AddressBlocks {
  private static final String TABLE = "address-blocks.tsv";
  private static final List<AddressBlock> BLOCKS = load();

  /** IPv4 addresses written as IPv6 ones, by what precedes their four bytes. */
  private static final List<AddressBlock> WRAPPINGS =
      List.of(AddressBlock.of("64:ff9b::/96\tno\tNAT64 (RFC 6052)"), mapped());

  private AddressBlocks() {}

  /**
   * What speaks against dialling an address, for people; nothing where it is a public one, or one
   * of a private network that is allowed.
   */
  static Optional<String> objection(InetAddress address, boolean privateNetworks) {
    InetAddress meant = unwrapped(address);
    return BLOCKS.stream()
        .filter(block -> block.holds(meant))
        .findFirst()
        .filter(block -> !(privateNetworks && block.allowed()))
        .map(block -> meant.getHostAddress() + " is set aside for " + block.what());
  }

  private static InetAddress unwrapped(InetAddress address) {
    byte[] bytes = address.getAddress();
    return WRAPPINGS.stream().anyMatch(wrapping -> wrapping.holds(address))
        ? address(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length))
        : address;
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
    }
  }

  /** Java writes a mapped address as IPv4 wherever it can; only this way leaves it as it is. */
  private static AddressBlock mapped() {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    try {
      return new AddressBlock(
          Inet6Address.getByAddress("", bytes, -1), 96, false, "IPv4 (RFC 4291)");
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an IPv6 address has 16 bytes", e);
    }
  }

  private static List<AddressBlock> load() {
    InputStream table =
        Objects.requireNonNull(AddressBlocks.class.getResourceAsStream(TABLE), TABLE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(AddressBlock::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
  }
}
