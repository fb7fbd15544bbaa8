package org.attache.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void only_its_own_side_knows_corenlp() {
    JavaClasses bench =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.attache.bench");

    assertThat(bench).hasSizeGreaterThan(8);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(CoreNlpSide.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("edu.stanford.nlp..")
        .because("what is measured against must not leak into what is measured")
        .check(bench);
  }
}
