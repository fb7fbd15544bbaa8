package org.attache.desk.watch;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attache.desk.account.Role;
import org.attache.desk.account.Visitor;
import org.attache.desk.gate.Wrong;
import org.attache.desk.question.Filters;
import org.attache.desk.stock.Registers;
import org.attache.gather.fetch.Messenger;
import org.attache.register.store.DeskBooks.Find;
import org.attache.register.store.DeskBooks.Watch;

/**
 * Questions that are asked again and again. A watch is known by an id that nobody can guess, so
 * that its feed needs no other key. Safe for several threads.
 */
public final class Watches {
  /** How long a name may be, in UTF-16 units. */
  public static final int LONGEST_NAME = 200;

  private static final int LONGEST_ADDRESS = 2_000;
  private static final int MOST_OF_ONE = 100;
  private static final int KEY_BYTES = 32;

  private final Registers registers;
  private final Messenger messenger;
  private final boolean accounts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * The watches of a desk.
   *
   * @param messenger knows which addresses may be told
   * @param accounts whether watches belong to accounts
   */
  public Watches(Registers registers, Messenger messenger, boolean accounts, Clock clock) {
    this.registers = registers;
    this.messenger = messenger;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Makes a watch. It looks at claims that come from now on.
   *
   * @param owner whose it is
   * @param name what to call it; empty for the filters in words
   * @param filters what it looks for; the day as of which is left out
   * @param webhook whom to tell
   * @throws Wrong where it cannot be made
   */
  public Watch make(Visitor owner, String name, Filters filters, Optional<String> webhook) {
    if (name.length() > LONGEST_NAME) {
      throw Wrong.parameter("name", "It has at most 200 characters.");
    }
    boolean hidden = Filters.NAMES.stream().anyMatch(filter -> hasControl(filters.get(filter)));
    if (hidden || hasControl(name)) {
      throw Wrong.parameter("name", "It, or a filter, holds control characters. Take them out.");
    }
    webhook.ifPresent(this::check);
    Filters lasting = filters.with("as-of", "");
    Watch watch =
        new Watch(
            UUID.randomUUID().toString(),
            owner.name(),
            name.isBlank() ? shortened(lasting.words()) : name.strip(),
            lasting.query(),
            clock.instant(),
            webhook,
            webhook.map(address -> secret()),
            registers.read(register -> register.reports().highestClaim()));
    return registers.write(
        register -> {
          long there =
              register.deskBooks().watches().stream()
                  .filter(other -> other.owner().equals(owner.name()))
                  .count();
          if (there >= MOST_OF_ONE) {
            throw new Wrong(409, "There are enough watches", "End one of your 100 watches first.");
          }
          register.deskBooks().keep(watch);
          return watch;
        });
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST_NAME ? words : words.substring(0, LONGEST_NAME - 1) + "…";
  }

  private void check(String address) {
    Optional<String> objection;
    try {
      objection =
          address.length() > LONGEST_ADDRESS
              ? Optional.of("it is longer than 2,000 characters")
              : messenger.objection(new URI(address));
    } catch (URISyntaxException e) {
      objection = Optional.of("it is written unlike https://tool.example/hook");
    }
    objection.ifPresent(
        reason -> {
          throw new Wrong(
              422, "That address cannot be told", reason + ". Nothing was made; give another.");
        });
  }

  private String secret() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Signature.PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /** The watches that a visitor may see: their own, and everybody's for an administrator. */
  public List<Watch> of(Visitor visitor) {
    return registers.read(register -> register.deskBooks().watches()).stream()
        .filter(watch -> mayEnd(visitor, watch))
        .toList();
  }

  private static boolean mayEnd(Visitor visitor, Watch watch) {
    return watch.owner().equals(visitor.name()) || visitor.may(Role.ADMIN);
  }

  /**
   * Ends a watch.
   *
   * @throws Wrong where this visitor has none of that id
   */
  public Watch drop(Visitor visitor, String id) {
    Watch watch =
        of(visitor).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Wrong.missing("watch"));
    return registers.write(
        register -> {
          register.deskBooks().drop(id);
          return watch;
        });
  }

  /** All watches whose owners may still use the desk. */
  List<Watch> live() {
    return registers.read(
        register ->
            register.deskBooks().watches().stream()
                .filter(
                    watch ->
                        !accounts
                            || register
                                .deskBooks()
                                .account(watch.owner())
                                .filter(account -> !account.closed())
                                .isPresent())
                .toList());
  }

  /** The watch of this id, where its owner may still use the desk. */
  public Optional<Watch> live(String id) {
    return live().stream().filter(watch -> watch.id().equals(id)).findFirst();
  }

  /** How much a watch has found. */
  public int count(Watch watch) {
    return registers.read(register -> register.deskBooks().countFinds(watch.id()));
  }

  /** What a watch has found, the last first, with what stands around it. */
  public List<News> news(Watch watch, int most) {
    return registers.read(
        register -> {
          List<Find> finds = register.deskBooks().finds(watch.id(), most);
          return News.of(register, finds);
        });
  }
}
