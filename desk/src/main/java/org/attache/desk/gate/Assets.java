package org.attache.desk.gate;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** Style, scripts and outlines: the few files that pages load, and no others. */
public final class Assets {
  private static final String OURS = "/desk/";
  private static final String THEIRS = "/META-INF/resources/webjars/";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json");

  private final Map<String, Asset> assets = new HashMap<>();

  private record Asset(Supplier<InputStream> content, String type, String tag) {}

  /** All of them. */
  public Assets() {
    for (String name :
        List.of(
            "desk.css",
            "desk.js",
            "report.js",
            "review.js",
            "map.js",
            "state.js",
            "world.json",
            "icon.svg")) {
      add(name, OURS + name);
    }
    add("htmx.js", THEIRS + "htmx.org/2.0.4/dist/htmx.min.js");
    add("echarts.js", THEIRS + "echarts/5.3.1/dist/echarts.min.js");
  }

  private void add(String name, String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      byte[] bytes = in.readAllBytes();
      CRC32 sum = new CRC32();
      sum.update(bytes);
      assets.put(
          name,
          new Asset(
              () -> new ByteArrayInputStream(bytes),
              Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                  .orElseThrow(),
              "\"" + HexFormat.of().toHexDigits(sum.getValue(), 8) + "\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts them where pages look for them. */
  public void addTo(RoutesConfig routes) {
    routes.get("/assets/{name}", this::send);
  }

  private void send(Context context) {
    Asset asset = assets.get(context.pathParam("name"));
    if (asset == null) {
      throw Wrong.missing("file");
    }
    context.header("ETag", asset.tag());
    context.header("Cache-Control", "max-age=3600");
    if (asset.tag().equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType(asset.type()).result(asset.content().get());
  }
}
