package org.attache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageIT {
  private static final String LIST =
      """
      designation,description,transfers,last_order_year
      Kestrel 9,reconnaissance drone,3,2012
      Su-35,fighter aircraft,90,2020
      Javelin,patrol boat,7,2015
      ship engine,ship engine,500,2020
      Kestrel 7,tug,4,1960
      """;

  @TempDir private Path folder;

  @Test
  void prints_what_is_not_recognised_heaviest_first_and_then_the_figures() throws IOException {
    Run run = coverage("--since", "2010");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .containsExactly(
            "7\t2015\tJavelin\tpatrol boat\tJavelin (missiles)",
            "3\t2012\tKestrel 9\treconnaissance drone\t-",
            "ordered since 2010: 90.0 % of the weight recognised (90.0 % by name alone, 0.0 % with"
                + " the description), 33.3 % of the designations; 3 designations, weight 100");
  }

  @Test
  void misses_are_cut_where_that_is_wanted_and_own_rows_count() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(
        own.resolve("equipment-uav.tsv"),
        "designation\tcategory\tmaker\taliases\twords\tfamily\ttype\nKestrel 9\tuav\tNO\t\t\t\tdrone\n");

    Run run = coverage("--since=2010", "--since=1950", "--misses=1", "--lexicon=" + own);

    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out())
        .startsWith("7\t2015\tJavelin")
        .contains("since 2010: 93.0 %", "since 1950: 89.4 %");
  }

  private Run coverage(String... options) throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), LIST);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "coverage";
    arguments[1] = list.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Run.of(arguments);
  }
}
