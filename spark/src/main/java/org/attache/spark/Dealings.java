package org.attache.spark;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.attache.register.dealing.Contradiction;
import org.attache.register.dealing.Dealing;
import org.attache.register.resolution.Group;
import org.attache.register.resolution.Sides;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Claims brought together by the register's own function, party by party.
 *
 * <p>Claims with both sides known meet only claims with the same sides; one that leaves a side out
 * may join what its known party deals in, and looks at no other of its sort. So the claims of one
 * kind with one party are enough to place those that name that party alone: a claim with two
 * parties goes to both groups, where it comes to the same dealing, and one with a side left out
 * goes to one. Put together the groups give what all claims at once give.
 */
final class Dealings {
  /** The claim that a dealing is known by. */
  static final String FOUNDER = "founder";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String NEIGHBOURHOOD = "neighbourhood";

  private static final StructType PLACED =
      new StructType().add(StandingClaims.CLAIM, StringType).add(FOUNDER, StringType);

  private Dealings() {}

  /**
   * In which dealing each claim is.
   *
   * @param claims rows of standing claims
   * @return a row for each claim, with the key of the claim that its dealing is known by
   */
  static Dataset<Row> placed(Dataset<Row> claims) {
    return claims
        .flatMap(
            (FlatMapFunction<Row, Row>) Dealings::inNeighbourhoods,
            Encoders.row(StandingClaims.SCHEMA.add(NEIGHBOURHOOD, StringType)))
        .groupByKey(
            (MapFunction<Row, String>) row -> row.getString(StandingClaims.SCHEMA.length()),
            Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, Row, Row>) (near, rows) -> resolved(rows),
            Encoders.row(PLACED))
        .distinct();
  }

  private static Iterator<Row> inNeighbourhoods(Row row) {
    Sides sides = Sides.of(StandingClaims.held(row).claim());
    List<Row> rows = new ArrayList<>();
    for (String neighbourhood : neighbourhoods(sides)) {
      Object[] values = new Object[row.length() + 1];
      for (int i = 0; i < row.length(); i++) {
        values[i] = row.get(i);
      }
      values[row.length()] = neighbourhood;
      rows.add(RowFactory.create(values));
    }
    return rows.iterator();
  }

  /** The groups that claims with these sides go to. */
  static Set<String> neighbourhoods(Sides sides) {
    Set<String> neighbourhoods = new TreeSet<>();
    sides.parties().forEach(party -> neighbourhoods.add(sides.kind().code() + "|" + party));
    if (neighbourhoods.isEmpty()) {
      return Set.of(sides.kind().code() + "|");
    }
    return sides.closed() ? neighbourhoods : Set.of(neighbourhoods.iterator().next());
  }

  private static Iterator<Row> resolved(Iterator<Row> rows) {
    List<Row> placed = new ArrayList<>();
    for (Group group : Catalogue.here().resolve(StandingClaims.held(rows))) {
      group.claims().forEach(claim -> placed.add(RowFactory.create(claim, group.founder())));
    }
    return placed.iterator();
  }

  /**
   * What the claims of each dealing add up to, as lines of JSON.
   *
   * @param claims rows of standing claims with the founder of their dealing
   */
  static Dataset<String> lines(Dataset<Row> claims) {
    return claims
        .groupByKey((MapFunction<Row, String>) row -> row.getAs(FOUNDER), Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, Row, String>)
                (founder, rows) ->
                    line(Catalogue.here().dealing(founder, StandingClaims.held(rows))),
            Encoders.STRING());
  }

  private static String line(Dealing dealing) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", dealing.id());
    node.put("kind", dealing.sides().kind().code());
    node.put("supplier", dealing.sides().supplier().orElse(null));
    node.put("recipient", dealing.sides().recipient().orElse(null));
    strings(node, "participants", dealing.sides().together());
    node.put("title", dealing.title());
    node.put("stage", dealing.stage().code());
    node.put("disputed", dealing.disputed());
    node.put("vague", dealing.vague());
    node.put("first", dealing.first().toString());
    node.put("last", dealing.last().toString());
    node.put("sources", dealing.voices().size());
    strings(
        node,
        "contradictions",
        dealing.contradictions().stream().map(Contradiction::text).toList());
    strings(node, "circles", dealing.circles());
    strings(node, "reports", dealing.reports());
    strings(node, "claims", dealing.claims().stream().map(held -> held.key()).toList());
    return JSON.writeValueAsString(node);
  }

  private static void strings(ObjectNode node, String key, List<String> values) {
    ArrayNode array = node.putArray(key);
    values.forEach(array::add);
  }
}
