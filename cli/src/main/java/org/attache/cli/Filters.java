package org.attache.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attache.claim.Kind;
import org.attache.claim.Stage;
import org.attache.equipment.Category;
import org.attache.lexicon.NameIndex;
import org.attache.lexicon.Tables;
import org.attache.party.Parties;
import org.attache.party.PartyName;
import org.attache.register.resolution.Sides;
import org.attache.register.store.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dealings, claims or reports are wanted. */
final class Filters {
  @Option(
      names = "--supplier",
      paramLabel = "STATE",
      description = "Who hands over: a state's name or code.")
  private @Nullable String supplier;

  @Option(names = "--recipient", paramLabel = "STATE", description = "Who gets.")
  private @Nullable String recipient;

  @Option(names = "--party", paramLabel = "STATE", description = "Any side.")
  private @Nullable String party;

  @Option(
      names = "--designation",
      paramLabel = "TYPE",
      description = "A type, in any spelling; its variants count too.")
  private @Nullable String designation;

  @Option(
      names = "--category",
      paramLabel = "CATEGORY",
      description = "A sort of thing: aircraft, uav, air-defence …")
  private @Nullable String category;

  @Option(names = "--kind", paramLabel = "KIND", description = "arms-transfer, service …")
  private @Nullable String kind;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "How far it has got: agreed, ordered, delivered …")
  private @Nullable String stage;

  @Option(names = "--source", paramLabel = "NAME", description = "Who asserts it.")
  private @Nullable String source;

  @Option(names = "--outlet", paramLabel = "NAME", description = "Who published it.")
  private @Nullable String outlet;

  @Option(names = "--since", paramLabel = "DATE", description = "Reported then or later.")
  private @Nullable LocalDate since;

  @Option(names = "--until", paramLabel = "DATE", description = "Reported then or earlier.")
  private @Nullable LocalDate until;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The register as the reports published until then had it.")
  private @Nullable LocalDate asOf;

  /**
   * The question that the options put.
   *
   * @param common where wrong usage is reported
   */
  Question question(Common common) {
    return new Question(
        key(supplier, "--supplier", common),
        key(recipient, "--recipient", common),
        key(party, "--party", common),
        Optional.ofNullable(designation),
        constant(category, "--category", Category.values(), Category::code, common),
        constant(kind, "--kind", Kind.values(), Kind::code, common),
        constant(stage, "--stage", Stage.values(), Stage::code, common),
        Optional.ofNullable(source),
        Optional.ofNullable(outlet),
        Optional.ofNullable(since),
        Optional.ofNullable(until),
        Optional.ofNullable(asOf));
  }

  Optional<LocalDate> asOf() {
    return Optional.ofNullable(asOf);
  }

  private static Optional<String> key(@Nullable String name, String option, Common common) {
    if (name == null) {
      return Optional.empty();
    }
    Parties parties = new Parties(Tables.builtIn());
    Optional<String> state =
        Optional.of(name.toUpperCase(Locale.ROOT)).filter(code -> parties.state(code).isPresent());
    return state
        .or(
            () ->
                parties.names().find(name).stream()
                    .filter(match -> match.end() - match.start() == name.length())
                    .map(NameIndex.Match::value)
                    .map(PartyName::party)
                    .map(Sides::key)
                    .findFirst())
        .or(
            () -> {
              if (name.isBlank()) {
                throw common.wrong(option + " must not be blank");
              }
              return Optional.of(name.toLowerCase(Locale.ROOT).strip());
            });
  }

  private static <E extends Enum<E>> Optional<E> constant(
      @Nullable String code,
      String option,
      E[] constants,
      java.util.function.Function<E, String> write,
      Common common) {
    if (code == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(constants)
            .filter(constant -> write.apply(constant).equals(code))
            .findFirst()
            .orElseThrow(
                () ->
                    common.wrong(
                        option
                            + " must be one of "
                            + Arrays.stream(constants)
                                .map(write)
                                .collect(Collectors.joining(", ")))));
  }
}
