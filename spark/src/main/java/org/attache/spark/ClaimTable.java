package org.attache.spark;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.attache.register.dealing.Portrait;
import org.attache.register.exchange.parquet.ClaimColumns;
import org.jspecify.annotations.Nullable;

/** Claims in the columns of the register's Parquet export, as Spark has them. */
final class ClaimTable {
  /** The columns, which are those of the export. */
  static final StructType SCHEMA = struct(ClaimColumns.SCHEMA);

  private ClaimTable() {}

  /**
   * The rows of claims.
   *
   * @param claims rows of standing claims with the founder of their dealing
   */
  static Dataset<Row> of(Dataset<Row> claims) {
    return claims.map((MapFunction<Row, Row>) ClaimTable::row, Encoders.row(SCHEMA));
  }

  private static Row row(Row claim) {
    return row(
        ClaimColumns.row(
            StandingClaims.held(claim),
            StandingClaims.head(claim),
            Optional.<String>ofNullable(claim.getAs(Dealings.FOUNDER)).map(Portrait::id)));
  }

  private static StructType struct(GroupType group) {
    StructType struct = new StructType();
    for (Type field : group.getFields()) {
      struct =
          struct.add(
              field.getName(), type(field), field.getRepetition() != Type.Repetition.REQUIRED);
    }
    return struct;
  }

  private static DataType type(Type field) {
    if (!field.isPrimitive()) {
      return isList(field)
          ? DataTypes.createArrayType(type(element(field)), false)
          : struct(field.asGroupType());
    }
    PrimitiveTypeName name = field.asPrimitiveType().getPrimitiveTypeName();
    return switch (name) {
      case BINARY -> DataTypes.StringType;
      case INT32 -> isDay(field) ? DataTypes.DateType : DataTypes.IntegerType;
      case INT64 -> DataTypes.LongType;
      case INT96, BOOLEAN, FLOAT, DOUBLE, FIXED_LEN_BYTE_ARRAY ->
          throw new IllegalStateException("a claim has no column of type " + name);
    };
  }

  private static boolean isDay(Type field) {
    return field.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation;
  }

  private static boolean isList(Type field) {
    return field.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation;
  }

  /** A list is a group of one repeated group of one element. */
  private static Type element(Type list) {
    return list.asGroupType().getType(0).asGroupType().getType(0);
  }

  private static Row row(Group group) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Type field : group.getType().getFields()) {
      values.add(
          group.getFieldRepetitionCount(field.getName()) == 0
              ? null
              : value(group, field.getName(), field));
    }
    return RowFactory.create(values.toArray());
  }

  private static Object value(Group group, String name, Type field) {
    if (field.isPrimitive()) {
      return primitive(group, name, field.asPrimitiveType());
    }
    Group inner = group.getGroup(name, 0);
    return isList(field) ? list(inner, element(field)) : row(inner);
  }

  private static Object[] list(Group list, Type element) {
    String repeated = list.getType().getFieldName(0);
    Object[] values = new Object[list.getFieldRepetitionCount(repeated)];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(list.getGroup(repeated, i), element.getName(), element);
    }
    return values;
  }

  private static Object primitive(Group group, String name, PrimitiveType field) {
    return switch (field.getPrimitiveTypeName()) {
      case BINARY -> group.getString(name, 0);
      case INT32 ->
          isDay(field)
              ? Date.valueOf(LocalDate.ofEpochDay(group.getInteger(name, 0)))
              : (Object) group.getInteger(name, 0);
      case INT64 -> group.getLong(name, 0);
      case INT96, BOOLEAN, FLOAT, DOUBLE, FIXED_LEN_BYTE_ARRAY ->
          throw new IllegalStateException("a claim has no column of type " + field);
    };
  }
}
