package org.attache.bench.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.attache.claim.Claim;
import org.attache.lexicon.Tables;
import org.attache.register.resolution.Families;
import org.attache.register.resolution.FurtherWords;
import org.attache.register.resolution.HeldClaim;
import org.attache.register.resolution.Origin;
import org.attache.register.resolution.Resolution;
import org.attache.register.resolution.Signature;
import org.attache.register.store.Arrival;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Claims brought together as dealings, in memory: what a register does beside its database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ResolutionBenchmark {
  private static final int CLAIMS = 1000;

  private final List<Signature> claims;

  /** Makes a thousand claims up. */
  public ResolutionBenchmark() {
    Tables tables = Tables.builtIn();
    InventedWorld world = new InventedWorld(tables, 1);
    FurtherWords further = new FurtherWords(tables.rows("further-words"));
    Families families = Families.builtIn();
    List<Signature> all = new ArrayList<>();
    while (all.size() < CLAIMS) {
      InventedWorld.Told told = world.next();
      for (Claim claim : told.claims()) {
        all.add(Signature.of(held(told.arrival(), claim, all.size()), families, further));
      }
    }
    claims = List.copyOf(all.subList(0, CLAIMS));
  }

  private static HeldClaim held(Arrival arrival, Claim claim, int number) {
    Origin origin =
        new Origin(
            arrival.key(),
            arrival.report().outlet(),
            arrival.day(),
            arrival.key(),
            Optional.empty());
    return new HeldClaim("claim-" + number, claim, origin);
  }

  /** A thousand claims to the dealings that they are about. */
  @Benchmark
  public int thousandClaims() {
    return Resolution.of(claims).size();
  }
}
