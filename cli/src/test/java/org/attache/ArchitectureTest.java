package org.attache;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Which part of the program may know which. A rule about a package that holds no class yet passes;
 * {@link #the_rules_see_the_program} sees to it that not all of them do.
 */
class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.attache");

  /** What claims are made of, and the tables that name it. */
  private static final String[] DOMAIN = {
    "org.attache.claim..",
    "org.attache.equipment..",
    "org.attache.lexicon..",
    "org.attache.money..",
    "org.attache.party..",
    "org.attache.quantity..",
    "org.attache.report..",
    "org.attache.source..",
    "org.attache.time..",
  };

  @Test
  void the_rules_see_the_program() throws IOException {
    assertThat(PROGRAM)
        .hasSizeGreaterThanOrEqualTo(
            sources("reader")
                + sources("gather")
                + sources("register")
                + sources("desk")
                + sources("cli"));
    assertThat(PROGRAM).anyMatch(resideInAPackage("org.attache.cli"));
  }

  @Test
  void only_the_store_knows_databases() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.attache.register.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "org.flywaydb..", "org.sqlite..", "java.sql..")
            .because("bringing claims together is a function of claims, and no query"));
  }

  @Test
  void gathering_and_the_register_do_not_know_each_other() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.attache.gather..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.attache.register.."));
    check(
        noClasses()
            .that()
            .resideInAPackage("org.attache.register..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.attache.gather.."));
  }

  @Test
  void nothing_but_the_command_line_knows_the_desk() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("org.attache.desk..", "org.attache.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.attache.desk.."));
  }

  @Test
  void only_the_desk_knows_the_web_server() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.attache.desk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "io.micrometer.."));
  }

  @Test
  void only_accounts_know_how_passwords_are_hashed() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.attache.desk.account..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle.."));
  }

  @Test
  void only_fetching_knows_the_network() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.attache.gather.fetch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "java.net.http..")
            .because("whatever is fetched goes through the gate that checks its address"));
  }

  @Test
  void only_its_export_knows_parquet() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.attache.register.exchange.parquet..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop..")
            .because("its methods name classes of Hadoop, which the program does not have"));
  }

  @Test
  void only_the_language_package_knows_corenlp() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.attache.language..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("edu.stanford.nlp..")
            .because("a better parser should cost one package, not the program"));
  }

  @Test
  void only_the_command_line_knows_picocli_and_progress_bars() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.attache.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei.progressbar.."));
  }

  @Test
  void only_the_command_line_prints_and_exits() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.attache.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("a library that prints or exits takes its caller with it"));
  }

  @Test
  void the_domain_knows_no_library() {
    check(
        classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("java..", "org.jspecify.annotations..", "org.attache..")
                    .or(describe("are primitive", JavaClass::isPrimitive))
                    .or(describe("are arrays", JavaClass::isArray)))
            .because("claims outlive every library that helps to find them"));
  }

  @Test
  void only_readers_in_the_domain_know_sentences() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .and()
            .haveSimpleNameNotEndingWith("Reader")
            .and(
                describe(
                    "are not inside a reader",
                    type ->
                        type.getEnclosingClass()
                            .map(outer -> !outer.getSimpleName().endsWith("Reader"))
                            .orElse(true)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.attache.language..", "org.attache.reading..")
            .because(
                "a value says what was found; how it is found in a text is a reader's matter"));
  }

  @Test
  void nothing_knows_the_command_line() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.attache.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.attache.cli.."));
  }

  @Test
  void packages_are_free_of_cycles() {
    check(slices().matching("org.attache.(*)..").should().beFreeOfCycles());
  }

  @Test
  void every_package_is_null_marked() {
    check(
        classes()
            .that()
            .resideInAPackage("org.attache..")
            .should()
            .beAnnotatedWith(NullMarked.class)
            .orShould(
                be(
                    describe(
                        "in a package whose package-info.java is @NullMarked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)))));
  }

  private static int sources(String module) throws IOException {
    Path folder = Path.of("..", module, "src/main/java").toAbsolutePath().normalize();
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return (int) paths.filter(path -> path.toString().endsWith(".java")).count();
    }
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PROGRAM);
  }
}
