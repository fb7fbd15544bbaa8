package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessengerTest {
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), 1, 0);
  private static final byte[] NEWS = "{\"news\":\"é\"}".getBytes(StandardCharsets.UTF_8);

  @AutoClose private final Internet internet = new Internet();
  private Server desk;
  private Messenger messenger;

  @BeforeEach
  void start() {
    desk = internet.site("desk.example", "93.184.216.34");
    messenger = new Messenger(FetcherTest.AGENT, Reach.PUBLIC, LIMITS, internet.surroundings());
  }

  private Delivery send(String to) {
    return messenger.send(URI.create(to), Map.of("Webhook-Id", "7"), NEWS);
  }

  @Test
  void a_message_comes_with_its_headers_and_nobody_asks_for_rules_first() {
    desk.answers("/hook", "204 No Content", "");
    assertThat(send("http://desk.example/hook")).isEqualTo(new Delivery.Taken(204));
    assertThat(desk.requests).hasSize(1);
    assertThat(desk.requests.getFirst().headers())
        .containsEntry("webhook-id", "7")
        .containsEntry("content-length", String.valueOf(NEWS.length))
        .containsEntry("user-agent", "Attache/1.0 (+https://desk.example/bot)");
    assertThat(desk.requests.getFirst().headers().get("content-type"))
        .startsWith("application/json");
  }

  @Test
  void redirects_are_not_followed() {
    desk.redirects("/hook", "http://desk.example/other");
    assertThat(send("http://desk.example/hook"))
        .asInstanceOf(type(Delivery.NotTaken.class))
        .satisfies(answer -> assertThat(answer.reason()).contains("302"));
    assertThat(desk.targets()).containsExactly("/hook");
  }

  @Test
  void whoever_is_busy_says_for_how_long() {
    desk.answers("/hook", "503 Busy\r\nRetry-After: 90", "");
    assertThat(send("http://desk.example/hook"))
        .asInstanceOf(type(Delivery.NotTaken.class))
        .returns(Optional.of(Duration.ofSeconds(90)), Delivery.NotTaken::retryAfter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/hook",
        "http://localhost/hook",
        "http://[::1]/hook",
        "http://inside.example/hook",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.7:8080/hook",
        "http://desk.example:22/hook",
        "ftp://desk.example/hook",
        "http://user:secret@desk.example/hook",
      })
  void what_must_not_be_dialled_is_not(String to) {
    internet.name("inside.example", "192.168.1.1");
    assertThat(messenger.objection(URI.create(to))).isPresent();
    assertThat(send(to)).isInstanceOf(Delivery.NotTaken.class);
    assertThat(internet.dialled).isEmpty();
  }

  @Test
  void a_name_that_leads_inside_later_is_not_dialled_then() {
    internet.name("turning.example", "93.184.216.34");
    internet.name("turning.example", "127.0.0.1");
    assertThat(messenger.objection(URI.create("http://turning.example/hook"))).isEmpty();
    assertThat(send("http://turning.example/hook")).isInstanceOf(Delivery.NotTaken.class);
    assertThat(internet.dialled).isEmpty();
  }
}
