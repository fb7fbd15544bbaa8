package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlocksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:2800:220:1:248:1893:25c8:1946",
        "2a00:1450:4001:800::200e",
        "2003::1",
        "64:ff9b::5db8:d822"
      })
  void nothing_speaks_against_a_public_address(String address) {
    assertThat(AddressBlocks.objection(InetAddress.ofLiteral(address), false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.0",
        "100.127.255.255",
        "::1",
        "fc00::1",
        "fdff:ffff::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::7f00:1"
      })
  void a_private_address_is_dialled_only_where_that_is_allowed(String address) {
    assertThat(AddressBlocks.objection(InetAddress.ofLiteral(address), false)).isPresent();
    assertThat(AddressBlocks.objection(InetAddress.ofLiteral(address), true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "169.254.0.1",
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::",
        "3fff::1",
        "4000::1",
        "5f00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void an_address_of_no_host_and_those_of_metadata_are_never_dialled(String address) {
    assertThat(AddressBlocks.objection(InetAddress.ofLiteral(address), false)).isPresent();
    assertThat(AddressBlocks.objection(InetAddress.ofLiteral(address), true)).isPresent();
  }

  @Test
  void a_mapped_address_that_java_keeps_as_ipv6_is_seen_through() throws UnknownHostException {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    bytes[12] = 10;
    InetAddress mapped = Inet6Address.getByAddress("", bytes, -1);
    assertThat(mapped).isInstanceOf(Inet6Address.class);
    assertThat(AddressBlocks.objection(mapped, false))
        .contains("10.0.0.0 is set aside for a private network (RFC 1918)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/8\tyes", "10.0.0.0\tyes\ta", "10.0.0.0/8\tmaybe\ta", "::/129\tno\ta"})
  void a_line_that_is_no_block_does_not_load(String line) {
    assertThatThrownBy(() -> AddressBlock.of(line)).isInstanceOf(IllegalArgumentException.class);
  }
}
