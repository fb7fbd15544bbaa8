package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.InetAddress;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  @AutoClose private final Internet internet = new Internet();

  @ParameterizedTest
  @MethodSource
  void refuses_without_looking_anything_up(String uri, String objection) {
    assertThatThrownBy(() -> gate(Reach.PUBLIC).admit(URI.create(uri)))
        .isInstanceOfSatisfying(
            NotFetchedException.class,
            e -> assertThat(e.outcome()).isInstanceOf(Fetched.Refused.class))
        .hasMessageContaining(objection);
    assertThat(internet.lookups).isEmpty();
  }

  static Stream<Arguments> refuses_without_looking_anything_up() {
    String scheme = "only http and https";
    String number = "its host is a number that not everybody reads alike";
    String unusual = "names no host in the usual way";
    String aside = "is set aside for";
    return Stream.of(
        arguments("ftp://paper.example/", scheme),
        arguments("file:///etc/passwd", scheme),
        arguments("gopher://paper.example:80/", scheme),
        arguments("mailto:desk@paper.example", scheme),
        arguments("/news", scheme),
        arguments("", scheme),
        arguments("http:/news", unusual),
        arguments("http:///news", unusual),
        arguments("http://paper_one.example/", unusual),
        arguments("http://./", unusual),
        arguments("http://b\u00FCcher.example/", unusual),
        arguments("http://127\u30020\u30020\u30021/", unusual),
        arguments("http://reader@paper.example/", "a user's name or password"),
        arguments("http://reader:secret@paper.example/", "a user's name or password"),
        arguments("http://a@b@paper_one.example/", "a user's name or password"),
        arguments("http://@paper.example/", "a user's name or password"),
        arguments("http://paper.example:22/", "port 22 is not one of"),
        arguments("https://paper.example:6379/", "port 6379 is not one of"),
        arguments("http://paper.example:0/", "port 0 is not one of"),
        arguments("http://paper.example:99999/", "port 99999 is not one of"),
        arguments("http://localhost/", "this machine itself"),
        arguments("http://LOCALHOST./", "this machine itself"),
        arguments("http://db.localhost/", "this machine itself"),
        arguments("http://127.0.0.1/", aside),
        arguments("http://127.0.0.1./", unusual),
        arguments("http://10.1.2.3/", aside),
        arguments("http://169.254.169.254/latest/meta-data/", aside),
        arguments("http://0.0.0.0/", aside),
        arguments("http://[::1]/", aside),
        arguments("http://[::]/", aside),
        arguments("http://[::ffff:127.0.0.1]/", aside),
        arguments("http://[::ffff:a9fe:a9fe]/", aside),
        arguments("http://[64:ff9b::10.0.0.1]/", aside),
        arguments("http://[2002:7f00:1::]/", aside),
        arguments("http://[fd12:3456::1]/", aside),
        arguments("http://[fe80::1]/", aside),
        arguments("http://[fe80::1%25nowhere]/", "its host is no address"),
        arguments("http://2130706433/", number),
        arguments("http://0x7f000001/", number),
        arguments("http://0x7f.0.0.1/", unusual),
        arguments("http://017700000001/", number),
        arguments("http://127.1/", unusual),
        arguments("http://0177.0.0.1/", number),
        arguments("http://127.0.0.01/", number),
        arguments("http://010.0.0.1/", number),
        arguments("http://256.0.0.1/", unusual),
        arguments("http://paper.example/" + "a".repeat(4_096), "longer than 4,096 characters"));
  }

  @Test
  void tells_no_password() {
    assertThatThrownBy(
            () -> gate(Reach.PUBLIC).admit(URI.create("http://reader:secret@paper.example/")))
        .hasMessageStartingWith("http://paper.example/: ")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @MethodSource
  void brings_an_address_into_its_usual_form(String uri, String usual) throws Exception {
    internet.name("paper.example", "93.184.216.34");
    assertThat(gate(Reach.PUBLIC).admit(URI.create(uri)).uri()).hasToString(usual);
  }

  static Stream<Arguments> brings_an_address_into_its_usual_form() {
    return Stream.of(
        arguments("HTTP://Paper.Example.", "http://paper.example/"),
        arguments("http://paper.example:80/a", "http://paper.example/a"),
        arguments("https://paper.example:443/a", "https://paper.example/a"),
        arguments("https://paper.example:80/a", "https://paper.example:80/a"),
        arguments("http://paper.example:/a", "http://paper.example/a"),
        arguments("http://paper.example:8080?q=%20a#b", "http://paper.example:8080/?q=%20a"),
        arguments("http://paper.example//a/../b", "http://paper.example//a/../b"),
        arguments("http://paper.example/b\u00FCcher", "http://paper.example/b%C3%BCcher"),
        arguments("http://93.184.216.34/a", "http://93.184.216.34/a"),
        arguments("http://[2606:2800:220::1]/a", "http://[2606:2800:220::1]/a"));
  }

  @Test
  void keeps_the_public_addresses_of_a_host_that_names_private_ones_too() throws Exception {
    internet.name("paper.example", "10.0.0.1", "93.184.216.34", "fd00::1");
    assertThat(gate(Reach.PUBLIC).admit(URI.create("http://paper.example/")).addresses())
        .containsExactly(InetAddress.ofLiteral("93.184.216.34"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "127.0.0.1", "169.254.169.254", "::ffff:192.168.0.1"})
  void refuses_a_name_whose_address_is_set_aside(String address) {
    internet.name("paper.example", address);
    assertThatThrownBy(() -> gate(Reach.PUBLIC).admit(URI.create("http://paper.example/a")))
        .hasMessageStartingWith("http://paper.example/a: ")
        .hasMessageContaining("is set aside for");
    assertThat(internet.lookups).containsExactly("paper.example");
  }

  @Test
  void a_name_without_address_may_have_one_later() {
    assertThatThrownBy(() -> gate(Reach.PUBLIC).admit(URI.create("http://paper.example/")))
        .isInstanceOfSatisfying(
            NotFetchedException.class,
            e -> assertThat(e.outcome()).isInstanceOf(Fetched.Failed.class))
        .hasMessage("no address of paper.example could be found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:3000/", "http://127.0.0.1:81/", "http://desk.example:8000/"})
  void private_networks_and_ports_can_be_allowed(String uri) throws Exception {
    internet.name("localhost", "127.0.0.1");
    internet.name("desk.example", "192.168.0.7");
    assertThat(gate(Reach.PRIVATE_TOO).admit(URI.create(uri)).uri()).hasToString(uri);
  }

  @Test
  void metadata_and_ambiguous_numbers_are_refused_even_then() {
    for (String uri : new String[] {"http://169.254.169.254/", "http://0177.0.0.1/"}) {
      assertThatThrownBy(() -> gate(Reach.PRIVATE_TOO).admit(URI.create(uri)))
          .isInstanceOf(NotFetchedException.class);
    }
  }

  private Gate gate(Reach reach) {
    return new Gate(reach, internet.surroundings().resolver());
  }
}
