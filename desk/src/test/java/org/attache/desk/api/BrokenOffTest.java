package org.attache.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BrokenOffTest {
  @Test
  void a_client_notices_that_an_answer_was_broken_off() throws Exception {
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  for (String path : new String[] {"/whole", "/broken"}) {
                    config.routes.get(
                        path,
                        context -> {
                          context
                              .outputStream()
                              .write("{}\n".repeat(10_000).getBytes(StandardCharsets.UTF_8));
                          context.outputStream().flush();
                          if (path.equals("/broken")) {
                            IllegalStateException fault = new IllegalStateException("broken");
                            BrokenOff.end(context, fault);
                            throw fault;
                          }
                        });
                  }
                })
            .start("127.0.0.1", 0);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI there = URI.create("http://127.0.0.1:" + server.port());
      assertThat(body(client, there.resolve("/whole"))).hasSize(30_000);
      assertThatThrownBy(() -> body(client, there.resolve("/broken")))
          .isInstanceOf(IOException.class);
    } finally {
      server.stop();
    }
  }

  private static String body(HttpClient client, URI address)
      throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
