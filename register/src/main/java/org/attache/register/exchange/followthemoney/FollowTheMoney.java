package org.attache.register.exchange.followthemoney;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.attache.claim.Claim;
import org.attache.claim.Evidence;
import org.attache.claim.Kind;
import org.attache.claim.Polarity;
import org.attache.claim.Stage;
import org.attache.equipment.Item;
import org.attache.lexicon.Tables;
import org.attache.money.Value;
import org.attache.party.Party;
import org.attache.register.dealing.Contradiction;
import org.attache.register.dealing.Dealing;
import org.attache.register.dealing.FieldName;
import org.attache.register.dealing.FieldValue;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Sides;
import org.attache.register.store.Arrival;
import org.attache.register.store.Inquiry;
import org.attache.register.store.Question;

/**
 * Dealings as entities of FollowTheMoney, one a line. A dealing between two sides that somebody
 * says has been agreed is a contract with its award; any other is an event, with a link between its
 * sides. Each claim is a link from who says it to the dealing, so that nothing stands there that
 * nobody says. Reports are articles, without their texts.
 */
public final class FollowTheMoney {
  private final Actors actors;
  private final Map<String, Article> articles = new HashMap<>();

  private record Article(String id, Optional<String> url) {}

  /** An export that tells states, firms and bodies apart by these tables. For one use. */
  public FollowTheMoney(Tables tables) {
    actors = new Actors(tables);
  }

  /**
   * Writes the dealings that are asked for, with their claims and reports; who deals and who speaks
   * comes last, when all that is said of them is known.
   */
  public void write(Inquiry inquiry, Question question, Writer out) throws IOException {
    for (Dealing dealing : inquiry.dealingsInFull(question)) {
      for (String report : dealing.reports()) {
        if (!articles.containsKey(report)) {
          line(article(report, inquiry.kept(report).arrival()), out);
        }
      }
      Entity main = isContract(dealing) ? contract(dealing) : event(dealing);
      line(main, out);
      if (isContract(dealing)) {
        line(award(dealing, main), out);
      } else {
        lines(links(dealing), out);
      }
      lines(claims(dealing, main), out);
    }
    lines(actors.gathered(), out);
  }

  private static void lines(Collection<Entity> entities, Writer out) throws IOException {
    for (Entity entity : entities) {
      line(entity, out);
    }
  }

  private static void line(Entity entity, Writer out) throws IOException {
    out.write(entity.json() + "\n");
  }

  private Entity article(String key, Arrival arrival) {
    Optional<String> url =
        arrival.report().url().or(arrival::address).filter(FollowTheMoney::isWeb);
    Entity article =
        new Entity("Article", "report", key)
            .with("title", arrival.report().headline())
            .with("fileName", arrival.name().replaceAll("(?s).*[/\\\\#]", ""))
            .with("publisher", publisher(arrival.report().outlet()))
            .with("publishedAt", arrival.report().published().map(LocalDate::toString))
            .with(
                "retrievedAt", LocalDate.ofInstant(arrival.retrieved(), ZoneOffset.UTC).toString())
            .with("sourceUrl", url)
            .with("language", language(arrival.language()))
            .with("contentHash", Entity.sha1(arrival.report().text()));
    articles.put(key, new Article(article.id(), url));
    return article;
  }

  private static boolean isWeb(String url) {
    return url.matches("https?://.+");
  }

  private static String language(String tag) {
    try {
      String code = Locale.forLanguageTag(tag).getISO3Language();
      return code.equals("und") ? "" : code;
    } catch (MissingResourceException e) {
      return "";
    }
  }

  private static boolean isContract(Dealing dealing) {
    return dealing.sides().supplier().isPresent()
        && dealing.sides().recipient().isPresent()
        && isBargain(dealing.sides().kind())
        && asserted(dealing).anyMatch(claim -> isAgreed(claim.stage()));
  }

  private static boolean isBargain(Kind kind) {
    return switch (kind) {
      case ARMS_TRANSFER, SERVICE, TRADE -> true;
      case MILITARY_COOPERATION, RELATIONS, RESTRICTION -> false;
    };
  }

  private static boolean isAgreed(Stage stage) {
    return switch (stage) {
      case AGREED, ORDERED, UNDER_WAY, DELIVERED -> true;
      case CONSIDERED, SOUGHT, OFFERED, NEGOTIATED, APPROVED, SUSPENDED, CANCELLED, REFUSED ->
          false;
    };
  }

  private static Stream<Claim> asserted(Dealing dealing) {
    return dealing.claims().stream()
        .map(HeldClaim::claim)
        .filter(claim -> claim.polarity() == Polarity.ASSERTED);
  }

  private Entity contract(Dealing dealing) {
    Entity contract =
        new Entity("Contract", "contract", dealing.id())
            .with("title", dealing.title())
            .with("authority", side(dealing, dealing.sides().recipient()))
            .with("type", dealing.sides().kind() == Kind.SERVICE ? "S" : "U")
            .with("contractDate", agreedOn(dealing))
            .with("classification", dealing.sides().kind().code())
            .with("status", status(dealing))
            .with("cancelled", dealing.stage() == Stage.CANCELLED ? "true" : "");
    worth(dealing, contract);
    return told(dealing, contract);
  }

  private Entity award(Dealing dealing, Entity contract) {
    Entity award =
        new Entity("ContractAward", "award", dealing.id())
            .with("contract", contract.id())
            .with("supplier", side(dealing, dealing.sides().supplier()))
            .with("role", "supplier")
            .with("status", status(dealing))
            .with("date", agreedOn(dealing))
            .with("summary", dealing.title())
            .with("recordId", dealing.id());
    worth(dealing, award);
    return grounded(dealing, award);
  }

  private Entity event(Dealing dealing) {
    Entity event =
        new Entity("Event", "event", dealing.id())
            .with("name", dealing.title())
            .with("date", happenedOn(dealing))
            .with("recordId", dealing.id())
            .with("keywords", dealing.sides().kind().code())
            .with("keywords", status(dealing));
    dealing
        .sides()
        .parties()
        .forEach(key -> event.with("involved", side(dealing, Optional.of(key))));
    if (dealing.sides().kind() == Kind.RESTRICTION) {
      event.with("organizer", side(dealing, dealing.sides().supplier()));
    }
    return told(dealing, event);
  }

  /** One for each pair of sides, where somebody asserts the dealing. */
  private List<Entity> links(Dealing dealing) {
    List<Entity> links = new ArrayList<>();
    List<String> sides = dealing.sides().parties();
    if (asserted(dealing).findAny().isEmpty()) {
      return links;
    }
    for (int i = 0; i < sides.size(); i++) {
      for (int j = i + 1; j < sides.size(); j++) {
        links.add(
            grounded(
                dealing,
                new Entity("UnknownLink", "link", dealing.id(), sides.get(i), sides.get(j))
                    .with("subject", side(dealing, Optional.of(sides.get(i))))
                    .with("object", side(dealing, Optional.of(sides.get(j))))
                    .with("role", dealing.sides().kind().code())
                    .with("status", status(dealing))
                    .with("date", happenedOn(dealing))
                    .with("summary", dealing.title())
                    .with("recordId", dealing.id())));
      }
    }
    return links;
  }

  private List<Entity> claims(Dealing dealing, Entity main) {
    return dealing.claims().stream().map(held -> claim(held, main)).toList();
  }

  private Entity claim(HeldClaim held, Entity main) {
    Claim claim = held.claim();
    Article article = articleOf(held.origin().report());
    return new Entity("UnknownLink", "claim", held.key())
        .with("subject", speaker(held).orElse(article.id()))
        .with("object", main.id())
        .with("role", claim.polarity() == Polarity.DENIED ? "denies" : "asserts")
        .with("status", claim.stage().code())
        .with("date", saidOn(held))
        .with("summary", claim.evidence().stream().map(Evidence::text).toList())
        .with("description", ClaimLines.of(claim))
        .with("publisher", publisher(held.origin().outlet()))
        .with("sourceUrl", article.url())
        .with("recordId", held.key())
        .with("proof", article.id());
  }

  private Article articleOf(String report) {
    Article article = articles.get(report);
    if (article == null) {
      throw new IllegalStateException(
          "the report " + report + " is not among those of the dealing");
    }
    return article;
  }

  /**
   * Who asserts; where that one has no name, the next in the chain who has. None where the outlet
   * is not known either: then it is the report that says so.
   */
  private Optional<String> speaker(HeldClaim held) {
    return held.claim().attribution().reversed().stream()
        .flatMap(source -> actors.of(source, held.origin().report()).stream())
        .findFirst();
  }

  private static Optional<String> publisher(String outlet) {
    return Optional.of(outlet).filter(name -> !name.equals(Actors.UNKNOWN_OUTLET));
  }

  private static String saidOn(HeldClaim held) {
    return held.claim()
        .asserter()
        .on()
        .flatMap(on -> Dates.of(on.from(), on.to()))
        .orElse(held.origin().day().toString());
  }

  /** All whom claims name for a side: a state, its firms and its bodies. */
  private List<String> side(Dealing dealing, Optional<String> key) {
    return dealing.claims().stream()
        .map(HeldClaim::claim)
        .flatMap(
            claim ->
                Stream.of(
                        claim.supplier().stream(),
                        claim.recipient().stream(),
                        claim.participants().stream())
                    .flatMap(parties -> parties))
        .filter((Party party) -> key.equals(Optional.of(Sides.key(party))))
        .map(actors::of)
        .toList();
  }

  private static List<String> status(Dealing dealing) {
    return dealing.disputed()
        ? List.of(dealing.stage().code(), "disputed")
        : List.of(dealing.stage().code());
  }

  private static List<String> agreedOn(Dealing dealing) {
    return dealing.history().stream()
        .filter(point -> point.polarity() == Polarity.ASSERTED)
        .filter(point -> point.stage() == Stage.AGREED || point.stage() == Stage.ORDERED)
        .flatMap(point -> Dates.of(point.from(), point.to()).stream())
        .toList();
  }

  private static List<String> happenedOn(Dealing dealing) {
    return dealing.history().stream()
        .filter(point -> point.polarity() == Polarity.ASSERTED)
        .filter(point -> point.stage() == dealing.stage())
        .flatMap(point -> Dates.of(point.from(), point.to()).stream())
        .toList();
  }

  /** Sums in the currency of the one that most sources give; a range is no sum. */
  private static void worth(Dealing dealing, Entity entity) {
    Optional<String> currency =
        dealing.values().getOrDefault(FieldName.VALUE, List.of()).stream()
            .filter(value -> !value.supporting().isEmpty())
            .map(FieldValue::of)
            .findFirst();
    asserted(dealing)
        .flatMap(claim -> claim.value().stream())
        .filter(value -> currency.equals(Optional.of(value.currency())))
        .filter(value -> value.amount().min().equals(value.amount().max()))
        .forEach(value -> add(value, entity));
  }

  private static void add(Value value, Entity entity) {
    OptionalLong amount = value.amount().min();
    String text = Long.toString(amount.orElseThrow());
    entity.with("currency", value.currency()).with("amount", text);
    if (value.currency().equals("USD")) {
      entity.with("amountUsd", text);
    }
  }

  /** What reports tell of a dealing, beside each other. */
  private Entity told(Dealing dealing, Entity entity) {
    TreeSet<String> keywords = new TreeSet<>();
    for (HeldClaim held : dealing.claims()) {
      for (Item item : held.claim().items()) {
        item.designation().ifPresent(keywords::add);
        keywords.add(item.category().code());
      }
    }
    entity
        .with("keywords", keywords)
        .with("summary", dealing.contradictions().stream().map(Contradiction::text).toList());
    dealing
        .values()
        .forEach(
            (field, values) -> values.forEach(value -> entity.with("notes", note(field, value))));
    return grounded(dealing, entity);
  }

  /** "quantity of gripen: 24, asserted by 2 independent sources". */
  private static String note(FieldName field, FieldValue value) {
    return field.code()
        + (value.of().isEmpty() || field == FieldName.VALUE ? "" : " of " + value.of())
        + ": "
        + value.text()
        + (value.supporting().isEmpty()
            ? ""
            : ", asserted by "
                + value.voices()
                + (value.voices() == 1 ? " independent source" : " independent sources"))
        + (value.denying().isEmpty() ? "" : ", denied");
  }

  private Entity grounded(Dealing dealing, Entity entity) {
    for (String report : dealing.reports()) {
      Article article = articleOf(report);
      entity.with("proof", article.id()).with("sourceUrl", article.url());
    }
    return entity;
  }
}
