package org.attache.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The archives of one run.
 *
 * @param all what there is to read, the largest first
 * @param others how many files in the same folders are no archives by their names
 */
record Archives(List<Archive> all, long others) {
  /** A task that has more to read than this takes one file. */
  private static final long MOST_BYTES_OF_A_TASK = 64L << 20;

  /** So many tasks for each processor, that none waits long for the last one. */
  private static final int TASKS_OF_A_PROCESSOR = 4;

  private static final Comparator<Archive> LARGEST_FIRST =
      Comparator.comparingLong(Archive::bytes).reversed().thenComparing(Archive::file);

  Archives {
    all = all.stream().sorted(LARGEST_FIRST).toList();
  }

  /**
   * Finds the archives in folders, their folders, and files.
   *
   * @param inputs paths or URIs in file systems of Hadoop; may have wildcards
   * @throws IOException where one cannot be listed, or nothing is there
   */
  static Archives in(List<String> inputs, Configuration hadoop) throws IOException {
    List<Archive> found = new ArrayList<>();
    long others = 0;
    for (String input : inputs) {
      Path pattern = new Path(input);
      FileSystem files = pattern.getFileSystem(hadoop);
      FileStatus[] roots = files.globStatus(pattern);
      if (roots == null || roots.length == 0) {
        throw new IOException(input + ": there is no such file or folder; check its name");
      }
      for (FileStatus root : roots) {
        others += add(files, root, found);
      }
    }
    return new Archives(found.stream().distinct().toList(), others);
  }

  private static long add(FileSystem files, FileStatus root, List<Archive> found)
      throws IOException {
    if (root.isFile()) {
      return add(root, found) ? 0 : 1;
    }
    long others = 0;
    RemoteIterator<LocatedFileStatus> below = files.listFiles(root.getPath(), true);
    while (below.hasNext()) {
      FileStatus file = below.next();
      if (!isHidden(root.getPath(), file.getPath()) && !add(file, found)) {
        others++;
      }
    }
    return others;
  }

  /** As Hadoop has it: what begins with a dot or an underline is not for readers. */
  private static boolean isHidden(Path root, Path file) {
    String below = root.toUri().relativize(file.toUri()).getPath();
    return below.startsWith(".")
        || below.startsWith("_")
        || below.contains("/.")
        || below.contains("/_");
  }

  private static boolean add(FileStatus file, List<Archive> found) {
    return Archive.Form.of(file.getPath().getName())
        .map(
            form ->
                found.add(
                    new Archive(
                        file.getPath().toString(),
                        file.getLen(),
                        file.getModificationTime(),
                        form)))
        .orElse(false);
  }

  /**
   * What each task is to read: large files by themselves, small ones together.
   *
   * @param processors how many tasks run at once
   */
  List<List<Archive>> tasks(int processors) {
    long whole = all.stream().mapToLong(Archive::bytes).sum();
    long share = Math.max(1, whole / ((long) processors * TASKS_OF_A_PROCESSOR));
    long most = Math.min(MOST_BYTES_OF_A_TASK, share);
    List<List<Archive>> tasks = new ArrayList<>();
    List<Archive> task = new ArrayList<>();
    long bytes = 0;
    for (Archive archive : all) {
      task.add(archive);
      bytes += archive.bytes();
      if (bytes >= most) {
        tasks.add(List.copyOf(task));
        task.clear();
        bytes = 0;
      }
    }
    if (!task.isEmpty()) {
      tasks.add(List.copyOf(task));
    }
    return tasks;
  }
}
