package org.attache.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.attache.coverage.CatalogueCheck;
import org.attache.coverage.CoverageFigures;
import org.attache.coverage.Finding;
import org.attache.coverage.ListedType;
import org.attache.equipment.Designation;
import org.attache.language.Language;
import org.attache.lexicon.Tables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From a list of designations to how much of it the catalogue recognises. */
@Command(
    name = "coverage",
    header = "Measures how much of a list of designations the catalogue recognises.",
    description = {
      "Reads each designation as a report is read, alone and then with its description behind it,"
          + " and prints those that are not recognised as a type, heaviest first: weight, last year"
          + " of order, designation, description, and what it was read as instead. The figures"
          + " come last.",
      "",
      "FILE is a CSV in UTF-8 with a header. Of its columns these are used:",
      "  designation      as the list spells it",
      "  description      what it is, such as \"light tank\" (optional)",
      "  transfers        its weight, a whole number (optional: 1)",
      "  last_order_year  for --since (optional)",
      "A row whose designation is its description names no type and is left out."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  attache coverage designations.csv",
      "  attache coverage designations.csv --since 1950 --since 2010 --misses 50",
      "",
      "Exit codes: 0 measured, 1 the file cannot be read, 2 wrong usage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class)
final class CoverageCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The list, a CSV file.")
  private Path file = Path.of("");

  @Option(
      names = "--since",
      paramLabel = "YEAR",
      description =
          "Count only types that were ordered in that year or later. Given several times, it makes"
              + " a line of figures for each.")
  private List<Integer> years = new ArrayList<>();

  @Option(
      names = "--misses",
      paramLabel = "N",
      description = "Print no more than N of those that are not recognised (default: all).")
  private @Nullable Integer misses;

  @Mixin private Common common = new Common();

  @Override
  public Integer call() {
    int threads = common.threads();
    if (misses != null && misses < 0) {
      throw common.wrong("--misses must not be negative");
    }
    List<ListedType> types;
    try {
      types = DesignationList.read(file);
    } catch (DesignationList.UnusableListException e) {
      common.messages().say(String.valueOf(e.getMessage()));
      return CommandLine.ExitCode.SOFTWARE;
    }
    CoverageFigures figures = new CoverageFigures(lines());
    Tables tables = common.lexicon().map(Tables::with).orElseGet(Tables::builtIn);
    CatalogueCheck check = new CatalogueCheck(tables, Language.load(tables));
    InOrder.run(types, threads, check::check, figures::add);
    figures.misses().stream()
        .limit(misses == null ? Long.MAX_VALUE : misses)
        .forEach(miss -> common.out().print(row(miss) + "\n"));
    figures.lines().forEach(line -> common.out().print(line + "\n"));
    common.out().flush();
    return CommandLine.ExitCode.OK;
  }

  private List<OptionalInt> lines() {
    return years.isEmpty()
        ? List.of(OptionalInt.empty())
        : years.stream().map(OptionalInt::of).toList();
  }

  private static String row(Finding miss) {
    ListedType listed = miss.listed();
    OptionalInt year = listed.lastYear();
    return String.join(
        "\t",
        String.valueOf(listed.weight()),
        year.isPresent() ? String.valueOf(year.getAsInt()) : "-",
        listed.designation(),
        listed.description().isEmpty() ? "-" : listed.description(),
        miss.type().map(CoverageCommand::named).orElse("-"));
  }

  private static String named(Designation type) {
    return type.name() + " (" + type.category().code() + ")";
  }
}
