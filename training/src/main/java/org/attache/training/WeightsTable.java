package org.attache.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;

/**
 * A model as a lexicon table.
 *
 * @param name the table's name, without ".tsv"
 * @param purpose what the model does, for the table's first line
 */
record WeightsTable(String name, String purpose) {
  static final WeightsTable SIDES =
      new WeightsTable("weights-sides", "chooses a side which a clause leaves out");
  static final WeightsTable ITEMS =
      new WeightsTable("weights-items", "chooses the items of a clause that names none");
  static final WeightsTable DRAFTS =
      new WeightsTable("weights-drafts", "accepts a draft as a claim");

  /**
   * The table.
   *
   * @param made what the model was made of
   */
  String text(LinearModel model, String made) {
    StringBuilder text = new StringBuilder();
    text.append("# Weights of the model that ").append(purpose);
    text.append("; made by build/train of corpus/.\n");
    text.append("# Made of ").append(made).append(".\n");
    text.append("# feature: what speaks for or against; weight: how much, in log odds.\n");
    text.append("# Licence: GPL-3.0-or-later.\n");
    text.append("feature\tweight\n");
    new TreeMap<>(model.rounded().weights())
        .forEach(
            (feature, weight) ->
                text.append(String.format(Locale.ROOT, "%s\t%.3f\n", feature, weight)));
    return text.toString();
  }

  /** Writes the table into a folder. */
  void write(Path folder, String text) {
    Path file = folder.resolve(name + ".tsv");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CorpusException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
