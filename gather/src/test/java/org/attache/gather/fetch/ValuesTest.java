package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final URI CONTACT = URI.create("mailto:desk@paper.example");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void an_agent_is_written_as_headers_and_rules_have_it() {
    UserAgent agent = new UserAgent("Attache", "0.1.0-SNAPSHOT", CONTACT);
    assertThat(agent.header()).isEqualTo("Attache/0.1.0-SNAPSHOT (+mailto:desk@paper.example)");
    assertThat(agent.robot()).isEqualTo("attache");
  }

  @ParameterizedTest
  @MethodSource
  void nonsense_is_refused(ThrowingCallable nonsense) {
    assertThatThrownBy(nonsense).isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<ThrowingCallable> nonsense_is_refused() {
    return Stream.of(
        () -> new UserAgent("", "1", CONTACT),
        () -> new UserAgent("Attach\u00E9", "1", CONTACT),
        () -> new UserAgent("Attache/1", "1", CONTACT),
        () -> new UserAgent("Attache", "", CONTACT),
        () -> new UserAgent("Attache", "1\r\nCookie: a", CONTACT),
        () -> new UserAgent("Attache", "1", URI.create("/bot")),
        () -> new UserAgent("Attache", "1", URI.create("ftp://paper.example/")),
        () -> new UserAgent("Attache", "1", URI.create("http://paper.example/(bot)")),
        () -> new UserAgent("Attache", "1", URI.create("http://paper.example/b\u00F6t")),
        () -> new Limits(Duration.ZERO, SECOND, 1, 0),
        () -> new Limits(SECOND, Duration.ofDays(2), 1, 0),
        () -> new Limits(SECOND, SECOND, 0, 0),
        () -> new Limits(SECOND, SECOND, Integer.MAX_VALUE, 0),
        () -> new Limits(SECOND, SECOND, 1, -1),
        () -> new Pace(SECOND.negated(), SECOND, SECOND),
        () -> new Pace(SECOND, Duration.ZERO, SECOND),
        () -> new Pace(SECOND, SECOND, Duration.ZERO),
        () -> new Rhythm(Duration.ZERO, SECOND),
        () -> new Rhythm(SECOND, Duration.ZERO),
        () -> new Rhythm(SECOND, Duration.ofDays(366)),
        () -> new Visit(Validators.NONE, Instant.EPOCH, -1, Optional.empty()),
        () -> new Validators(Optional.of(""), Optional.empty()),
        () -> new Validators(Optional.of("\"1\"\r\nCookie: a"), Optional.empty()),
        () -> new Validators(Optional.empty(), Optional.of("\u00FC")),
        () -> new Validators(Optional.of("1".repeat(1_025)), Optional.empty()),
        () -> new Destination("http://a", "a", URI.create("http://a/"), List.<InetAddress>of()));
  }

  @Test
  void a_validator_that_could_not_be_sent_back_is_left_out() {
    assertThat(Validators.of(Optional.of("\"\u0007\""), Optional.of("Monday")))
        .isEqualTo(new Validators(Optional.empty(), Optional.of("Monday")));
  }

  @ParameterizedTest
  @MethodSource
  void a_location_is_read_as_browsers_do(String location, String leads) throws Exception {
    assertThat(Location.from(URI.create("http://paper.example/a/b?c=d"), location))
        .hasToString(leads);
  }

  static Stream<Arguments> a_location_is_read_as_browsers_do() {
    return Stream.of(
        arguments("http://other.example/", "http://other.example/"),
        arguments("//other.example/x", "http://other.example/x"),
        arguments("/x", "http://paper.example/x"),
        arguments("x", "http://paper.example/a/x"),
        arguments("../x", "http://paper.example/x"),
        arguments("?x=y", "http://paper.example/a/b?x=y"),
        arguments("  /x  ", "http://paper.example/x"),
        arguments("/two words", "http://paper.example/two%20words"),
        arguments("/b\u00C3\u00BCcher", "http://paper.example/b%C3%BCcher"),
        arguments("/x?y=[1]|2", "http://paper.example/x?y=%5B1%5D%7C2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "http://a:b:c/", "::"})
  void a_location_that_is_none_is_told(String location) {
    assertThatThrownBy(() -> Location.from(URI.create("http://paper.example/a"), location))
        .isInstanceOf(NotFetchedException.class)
        .hasMessageContaining("http://paper.example/a redirects to what is no address: ");
  }

  @Test
  void what_strangers_write_is_quoted_on_one_line_without_control_characters() {
    assertThat(Printable.of(" a\u001B[31m\r\nb\u202Ec\u2028d ")).isEqualTo("a?[31m??b?c?d");
    assertThat(Printable.of("a".repeat(500))).hasSize(201).endsWith("…");
  }

  @Test
  void a_body_never_changes() {
    byte[] bytes = {1, 2};
    Body body = new Body(bytes);
    bytes[0] = 9;
    body.toBytes()[1] = 9;
    assertThat(body.toBytes()).containsExactly(1, 2);
    assertThat(body).isEqualTo(new Body(new byte[] {1, 2})).hasToString("2 bytes");
    assertThat(body.open()).hasBinaryContent(new byte[] {1, 2});
  }
}
