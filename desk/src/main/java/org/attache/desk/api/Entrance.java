package org.attache.desk.api;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.attache.desk.account.Doorkeeper;
import org.attache.desk.account.NotSignedInException;
import org.attache.desk.account.Visitor;
import org.attache.desk.api.Promise.Operation;
import org.attache.desk.gate.Wrong;

/** What every request of a program passes before it is answered. */
final class Entrance {
  private static final Set<String> FROM_HERE = Set.of("same-origin", "none");
  private static final Pattern JSON =
      Pattern.compile(
          "application/json(\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");
  private static final int LONGEST = 2_000;

  private final Doorkeeper doorkeeper;
  private final Throttle throttle = new Throttle();

  Entrance(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  /**
   * Lets a request in, and says who makes it.
   *
   * @param cost how many other requests it counts for
   * @throws NotSignedInException where nobody can tell
   * @throws Wrong where it may not be answered
   */
  Visitor admit(Context context, Operation operation, int cost) {
    Visitor visitor;
    try {
      visitor = doorkeeper.visitor(context);
    } catch (NotSignedInException e) {
      slow(context, "from " + context.ip(), cost);
      throw e;
    }
    slow(context, doorkeeper.hasAccounts() ? "account " + visitor.name() : context.ip(), cost);
    if (!operation.isGet()) {
      checkOrigin(context, visitor);
      if (doorkeeper.hasAccounts() && !visitor.isProgram()) {
        doorkeeper.checkHeader(context, visitor.session());
      }
      if (operation.hasBody()) {
        checkType(context);
      }
    }
    checkParameters(context, operation);
    return visitor;
  }

  private void slow(Context context, String client, int cost) {
    Optional<Duration> wait = throttle.wait(client, cost);
    if (wait.isPresent()) {
      context.header("Retry-After", String.valueOf(wait.get().plusMillis(999).toSeconds()));
      throw new Wrong(
          429,
          "That is too much at once",
          "Wait as many seconds as Retry-After says. For a whole register ask for claims.jsonl,"
              + " which is one request.");
    }
  }

  /**
   * A browser says where a request comes from; a program with a token cannot be made to send it.
   */
  private void checkOrigin(Context context, Visitor visitor) {
    if (doorkeeper.hasAccounts() && visitor.isProgram()) {
      return;
    }
    boolean near =
        Optional.ofNullable(context.header("Sec-Fetch-Site")).map(FROM_HERE::contains).orElse(true);
    boolean same =
        Optional.ofNullable(context.header("Origin"))
            .map(origin -> isHost(origin, Optional.ofNullable(context.header("Host")).orElse("")))
            .orElse(true);
    if (!near || !same) {
      throw new Wrong(
          403,
          "A page from elsewhere may not do this",
          "Nothing was changed. Send it from a page of this desk, or from a program.");
    }
  }

  private static boolean isHost(String origin, String host) {
    try {
      String authority = Optional.ofNullable(new URI(origin).getRawAuthority()).orElse("");
      return !authority.isEmpty() && authority.equalsIgnoreCase(host);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void checkType(Context context) {
    String type = Optional.ofNullable(context.header("Content-Type")).orElse("").strip();
    if (!JSON.matcher(type).matches()) {
      throw new Wrong(
          415, "That is not JSON", "Send JSON in UTF-8, with Content-Type: application/json.");
    }
  }

  private static void checkParameters(Context context, Operation operation) {
    for (Map.Entry<String, List<String>> entry : context.queryParamMap().entrySet()) {
      String name = entry.getKey();
      if (!operation.parameters().contains(name)) {
        throw new Wrong(
            400,
            "There is no parameter of that name",
            "“"
                + shown(name)
                + "” is not one of "
                + String.join(", ", operation.parameters().stream().sorted().toList())
                + ".");
      }
      if (entry.getValue().size() != 1) {
        throw Wrong.parameter(name, "Give it once.");
      }
      String value = entry.getValue().getFirst();
      if (value.length() > LONGEST || CONTROL.matcher(value).find()) {
        throw Wrong.parameter(
            name, "It holds control characters, or more than 2,000 characters. Take them out.");
      }
    }
  }

  private static String shown(String name) {
    String clean = name.replaceAll("[\\p{C}]+", " ");
    return clean.length() > 60 ? clean.substring(0, 60).toLowerCase(Locale.ROOT) + "…" : clean;
  }
}
