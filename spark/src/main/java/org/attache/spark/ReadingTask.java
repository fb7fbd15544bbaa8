package org.attache.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.attache.gather.article.Gathered;

/**
 * What a task does: reads its archives, one report after the other. Getting reports out of an
 * archive goes on beside reading them.
 *
 * @param reading how a report is read
 * @param hadoop how to get at file systems
 */
record ReadingTask(Reading reading, Broadcast<SerializableConfiguration> hadoop)
    implements FlatMapFunction<Iterator<List<Archive>>, Row> {
  @Override
  public Iterator<Row> call(Iterator<List<Archive>> archives) {
    List<Archive> all = new ArrayList<>();
    archives.forEachRemaining(all::addAll);
    ArchiveReader reader =
        new ArchiveReader(hadoop.value().value(), reading.tally(), reading.firstLook());
    Handover<Gathered> found = new Handover<>(to -> all.forEach(one -> reader.read(one, to)));
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> found.close());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return found.hasNext();
      }

      @Override
      public Row next() {
        return ReportTable.row(reading.of(found.next()));
      }
    };
  }
}
