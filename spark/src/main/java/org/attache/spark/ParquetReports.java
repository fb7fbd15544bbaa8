package org.attache.spark;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.attache.gather.article.Gathered;
import org.attache.gather.article.Gathered.Fault;
import org.attache.gather.article.Gathering;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports in a Parquet file: a row a report, its columns named as the fields of a JSON line of
 * reports. Row by row, so that a broken file gives what stands before the break.
 */
final class ParquetReports {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ParquetReports() {}

  static void read(Archive archive, Configuration hadoop, Consumer<Gathered> to) {
    long row = 0;
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), new Path(archive.file()))
            .withConf(hadoop)
            .build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        row++;
        to.accept(
            Gathering.line(
                archive.file() + ", row " + row,
                JSON.writeValueAsString(node(group)),
                Optional.of(Instant.ofEpochMilli(archive.written()))));
      }
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      to.accept(
          new Fault(
              archive.file(),
              "is broken behind row "
                  + row
                  + ": "
                  + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                  + "; what came before is kept, fetch the file again for the rest"));
    }
  }

  private static ObjectNode node(Group group) {
    ObjectNode node = JSON.createObjectNode();
    for (Type field : group.getType().getFields()) {
      String name = field.getName();
      if (group.getFieldRepetitionCount(name) == 1) {
        if (field.isPrimitive()) {
          text(group, field.asPrimitiveType()).ifPresent(text -> node.put(name, text));
        } else if (isStruct(field.asGroupType())) {
          node.set(name, node(group.getGroup(name, 0)));
        }
      }
    }
    return node;
  }

  private static boolean isStruct(GroupType group) {
    return group.getLogicalTypeAnnotation() == null;
  }

  /** What a column says, where it can be a field of a report: a text, a day or a time. */
  private static Optional<String> text(Group group, PrimitiveType field) {
    LogicalTypeAnnotation kind = field.getLogicalTypeAnnotation();
    String name = field.getName();
    return switch (field.getPrimitiveTypeName()) {
      case BINARY -> Optional.of(group.getString(name, 0));
      case INT32 ->
          kind instanceof DateLogicalTypeAnnotation
              ? Optional.of(LocalDate.ofEpochDay(group.getInteger(name, 0)).toString())
              : Optional.empty();
      case INT64 ->
          kind instanceof TimestampLogicalTypeAnnotation time
              ? Optional.of(instant(group.getLong(name, 0), time).toString())
              : Optional.empty();
      case INT96, BOOLEAN, FLOAT, DOUBLE, FIXED_LEN_BYTE_ARRAY -> Optional.empty();
    };
  }

  private static Instant instant(long units, TimestampLogicalTypeAnnotation time) {
    return switch (time.getUnit()) {
      case MILLIS -> Instant.ofEpochMilli(units);
      case MICROS -> Instant.EPOCH.plus(units, java.time.temporal.ChronoUnit.MICROS);
      case NANOS -> Instant.EPOCH.plusNanos(units);
    };
  }
}
