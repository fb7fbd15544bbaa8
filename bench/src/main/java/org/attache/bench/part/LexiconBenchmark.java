package org.attache.bench.part;

import java.util.concurrent.TimeUnit;
import org.attache.equipment.Equipment;
import org.attache.lexicon.Tables;
import org.attache.party.Parties;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The names of the lexicons in one sentence, of which there are some ten thousand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LexiconBenchmark {
  private static final String SENTENCE =
      "The defence ministry in Lisbon said on Tuesday that Portugal would buy six A-29N Super"
          + " Tucano aircraft from Brazil's Embraer, and that talks with the United States on"
          + " Stinger missiles went on.";

  private final Parties parties = new Parties(Tables.builtIn());
  private final Equipment equipment = new Equipment(Tables.builtIn());

  /** States, organisations, companies, leaders, places. */
  @Benchmark
  public int parties() {
    return parties.names().find(SENTENCE).size();
  }

  /** Types of the catalogue. */
  @Benchmark
  public int types() {
    return equipment.names().find(SENTENCE).size();
  }
}
