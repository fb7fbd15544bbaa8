package org.attache.spark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What holds beside the rules of the program, which is built without this module. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.attache");

  @Test
  void only_this_module_knows_spark() {
    assertThat(ALL.that(resideInAPackage("org.attache.spark.."))).hasSizeGreaterThan(15);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.attache.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..", "org.attache.spark..")
        .check(ALL);
  }

  @Test
  void nothing_is_read_or_resolved_here_but_by_the_reader_and_the_register() {
    noClasses()
        .that()
        .resideInAPackage("org.attache.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("edu.stanford.nlp..", "org.jooq..", "java.sql.Connection")
        .because("what is worked out on a cluster must be what is worked out on one machine")
        .check(ALL);
  }

  @Test
  void only_the_command_prints_and_exits() {
    noClasses()
        .that()
        .resideInAPackage("org.attache.spark..")
        .and()
        .doNotHaveFullyQualifiedName(ArchivesCommand.class.getName())
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(ALL);
  }

  @Test
  void what_is_sent_to_executors_holds_no_model() {
    noClasses()
        .that()
        .resideInAPackage("org.attache.spark..")
        .and()
        .areAssignableTo(java.io.Serializable.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.attache.language..", "org.attache.reading..")
        .check(ALL);
  }
}
