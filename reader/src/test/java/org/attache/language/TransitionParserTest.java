package org.attache.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.trees.TypedDependency;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CoreNLP's own parser is what ours must agree with, word by word. */
class TransitionParserTest {
  private static final String PARSER = "edu/stanford/nlp/models/parser/nndep/english_UD.gz";
  private static final String TAGGER =
      "edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger";

  @Test
  void every_sentence_of_the_corpus_is_parsed_as_by_CoreNLP() throws IOException {
    TransitionParser parser = new TransitionParser(TransitionModel.load(PARSER));
    DependencyParser theirs = DependencyParser.loadFromModelFile(PARSER);
    int words = 0;
    for (List<CoreLabel> sentence : sentences()) {
      assertThat(ours(parser, sentence))
          .as(sentence.toString())
          .containsExactlyElementsOf(theirs(theirs, sentence));
      words += sentence.size();
    }
    assertThat(words).isGreaterThan(15_000);
  }

  @Test
  void a_sentence_of_one_word_is_its_root() {
    TransitionParser parser = new TransitionParser(TransitionModel.load(PARSER));
    TransitionParser.Arcs arcs = parser.parse(List.of("Nonsuchword"), List.of("NNP"));
    assertThat(arcs.heads()).containsExactly(-1);
    assertThat(arcs.relations()).containsExactly("root");
  }

  @Test
  void a_model_that_is_not_there_is_named() {
    assertThatThrownBy(() -> TransitionModel.load("no/such/model.gz"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no/such/model.gz");
  }

  private static List<String> ours(TransitionParser parser, List<CoreLabel> sentence) {
    TransitionParser.Arcs arcs =
        parser.parse(
            sentence.stream().map(CoreLabel::word).toList(),
            sentence.stream().map(CoreLabel::tag).toList());
    return IntStream.range(0, sentence.size())
        .mapToObj(i -> i + 1 + " " + arcs.relations()[i] + " " + (arcs.heads()[i] + 1))
        .toList();
  }

  private static List<String> theirs(DependencyParser parser, List<CoreLabel> sentence) {
    return parser.predict(sentence).typedDependencies().stream()
        .sorted(java.util.Comparator.comparingInt((TypedDependency arc) -> arc.dep().index()))
        .map(arc -> arc.dep().index() + " " + arc.reln() + " " + arc.gov().index())
        .toList();
  }

  private static List<List<CoreLabel>> sentences() throws IOException {
    MaxentTagger tagger = new MaxentTagger(TAGGER);
    List<List<CoreLabel>> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("..", "corpus", "dev"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        List<CoreLabel> words =
            new PTBTokenizer<>(
                    new StringReader(Files.readString(file)), new CoreLabelTokenFactory(), "")
                .tokenize();
        sentences.addAll(new WordToSentenceProcessor<CoreLabel>().process(words));
      }
    }
    sentences.forEach(tagger::tagCoreLabels);
    return sentences;
  }
}
