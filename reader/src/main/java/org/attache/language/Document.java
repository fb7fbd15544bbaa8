package org.attache.language;

import java.util.List;
import java.util.Optional;
import org.attache.report.Block;
import org.attache.report.Report;

/**
 * A report with its blocks, sentences and quotations.
 *
 * @param report the report
 * @param blocks its lines in order
 * @param sentences its sentences in order; none runs over the end of a block
 * @param quotes its quotations in order
 */
public record Document(
    Report report, List<Block> blocks, List<Sentence> sentences, List<Quote> quotes) {
  /** Keeps copies of the lists. */
  public Document {
    blocks = List.copyOf(blocks);
    sentences = List.copyOf(sentences);
    quotes = List.copyOf(quotes);
  }

  /** What the line is that a sentence stands in. */
  public Block blockOf(Sentence sentence) {
    return blocks.get(sentence.block());
  }

  /** The quotation that this span lies in, if it lies in one. */
  public Optional<Quote> quoteAround(int start, int end) {
    return quotes.stream().filter(quote -> quote.covers(start, end)).findFirst();
  }
}
