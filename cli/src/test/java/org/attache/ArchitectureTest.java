package org.attache;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
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

  /** What claims are made of. These types outlive every library that helps to find claims. */
  private static final String[] DOMAIN = {
    "org.attache.report..",
    "org.attache.claim..",
    "org.attache.source..",
    "org.attache.party..",
    "org.attache.equipment..",
    "org.attache.time..",
  };

  @Test
  void the_rules_see_the_program() {
    assertThat(PROGRAM).hasSizeGreaterThanOrEqualTo(3);
    assertThat(PROGRAM).anyMatch(resideInAPackage("org.attache.cli"));
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
  void the_domain_needs_nothing_but_the_jdk() {
    check(
        classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(DOMAIN)
                    .or(resideInAnyPackage("java..", "org.jspecify.annotations.."))
                    .or(describe("are primitive", JavaClass::isPrimitive))
                    .or(describe("are arrays", JavaClass::isArray))));
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
                com.tngtech.archunit.lang.conditions.ArchConditions.be(
                    describe(
                        "in a package whose package-info.java is @NullMarked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)))));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PROGRAM);
  }
}
