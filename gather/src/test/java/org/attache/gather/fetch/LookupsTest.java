package org.attache.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Nobody looks a host up but the resolver whose answers are checked. */
class LookupsTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.attache.gather");

  @AutoClose private final Internet internet = new Internet();

  @Test
  void a_fetch_asks_no_other_resolver() throws Exception {
    Server paper = internet.site("paper.example", "93.184.216.34");
    Server other = internet.site("other.example", "93.184.216.35");
    other.answers("/robots.txt", "200 OK", "Sitemap: http://map.example/\nUser-agent: *\nAllow: /");
    other.answers("/a", "200 OK\r\nContent-Location: http://elsewhere.example/", "Jets");
    paper.redirects("/a", "//other.example/a");
    Fetcher fetcher =
        new Fetcher(
            FetcherTest.AGENT, Reach.PUBLIC, Limits.USUAL, Pace.USUAL, internet.surroundings());
    NoLookups.ASKED.clear();
    assertThat(fetcher.fetch(URI.create("http://paper.example/a"), Validators.NONE))
        .isInstanceOf(Fetched.Page.class);
    assertThat(NoLookups.ASKED).isEmpty();
    assertThat(internet.lookups).containsExactly("paper.example", "other.example");
  }

  @Test
  void the_usual_resolver_is_the_systems() {
    NoLookups.ASKED.clear();
    assertThatThrownBy(() -> Surroundings.system().resolver().resolve("nowhere.example"))
        .isInstanceOf(UnknownHostException.class);
    assertThat(NoLookups.ASKED).containsExactly("nowhere.example");
  }

  @Test
  void only_the_resolver_looks_names_up() {
    assertThat(PROGRAM).hasSizeGreaterThan(25);
    ArchRuleDefinition.noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Resolver.class.getName())
        .should()
        .callMethod(InetAddress.class, "getByName", String.class)
        .orShould()
        .callMethod(InetAddress.class, "getAllByName", String.class)
        .orShould()
        .callConstructor(InetSocketAddress.class, String.class, int.class)
        .orShould()
        .callConstructor(Socket.class, String.class, int.class)
        .orShould()
        .callMethod(URL.class, "openStream")
        .orShould()
        .callMethod(URL.class, "openConnection")
        .because("an address that was looked up twice was checked only once")
        .check(PROGRAM);
  }

  @Test
  void only_fetching_knows_the_network() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("org.attache.gather.fetch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hc..", "crawlercommons..", "java.net.http..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }
}
