package org.attache.language;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.attache.lexicon.Tables;
import org.attache.report.Block;
import org.attache.report.Dateline;
import org.attache.report.Report;

/**
 * Words, sentences and parses by Stanford CoreNLP: its PTB tokenizer, its left-three-words tagger
 * and the model of its neural dependency parser (Chen and Manning, EMNLP 2014) with Universal
 * Dependencies.
 *
 * <p>Made once and shared: it holds only models, and may be used from several threads.
 */
public final class Language {
  private static final String TAGGER =
      "edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger";
  private static final String PARSER = "edu/stanford/nlp/models/parser/nndep/english_UD.gz";
  private static final String TOKENIZER_OPTIONS =
      "untokenizable=noneDelete,splitHyphenated=false,quotes=original,ellipses=original,dashes=original";

  /** Sentences longer than this are cut: the parser's work must not run away on a hostile text. */
  private static final int LONGEST_SENTENCE = 160;

  private static final Pattern DASH_IN_WORD =
      Pattern.compile("(?<=\\p{L})[\\u2010\\u2011\\u2013](?=\\p{Lu})");

  private final CompletableFuture<MaxentTagger> tagger;
  private final CompletableFuture<TransitionParser> parser;
  private final TagRepairs tagRepairs;
  private final ParseRepairs repairs;
  private final LongAdder tagged = new LongAdder();
  private final LongAdder parsed = new LongAdder();

  private Language(
      CompletableFuture<MaxentTagger> tagger,
      CompletableFuture<TransitionParser> parser,
      TagRepairs tagRepairs,
      ParseRepairs repairs) {
    this.tagger = tagger;
    this.parser = parser;
    this.tagRepairs = tagRepairs;
    this.repairs = repairs;
  }

  /** Begins to load the models, which takes seconds; the first {@link #parse} waits for them. */
  public static Language load() {
    return load(Tables.builtIn());
  }

  /** The same, with what other tables say of words. */
  public static Language load(Tables tables) {
    RedwoodConfiguration.current().clear().apply();
    return new Language(
        inBackground(() -> new MaxentTagger(TAGGER)),
        inBackground(() -> new TransitionParser(TransitionModel.load(PARSER))),
        new TagRepairs(tables),
        new ParseRepairs(tables));
  }

  /** Each on a thread of its own: on two processors the common pool would load one by one. */
  private static <T> CompletableFuture<T> inBackground(Supplier<T> loading) {
    return CompletableFuture.supplyAsync(
        loading, task -> Thread.ofPlatform().daemon().name("models").start(task));
  }

  /**
   * Splits and tags the lines of a report; each sentence is parsed when that is first asked for.
   *
   * @param report the report, its text cleaned
   * @param blocks its lines in order
   * @param wanted which lines are to be parsed; the others have no sentences in the result
   */
  public Document parse(Report report, List<Block> blocks, Predicate<Block> wanted) {
    String text = report.text();
    List<Sentence> sentences = new ArrayList<>();
    Morphology morphology = new Morphology();
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      if (wanted.test(block)) {
        for (List<CoreLabel> words : split(text, block, Dateline.end(text, blocks, block))) {
          sentences.add(parse(words, sentences.size(), b, text, morphology));
        }
      }
    }
    return new Document(report, blocks, sentences, Quotes.find(text, blocks));
  }

  private static List<List<CoreLabel>> split(String text, Block block, int begin) {
    PTBTokenizer<CoreLabel> tokenizer =
        new PTBTokenizer<>(
            new StringReader(OverlongWords.blanked(hyphenated(text.substring(begin, block.end())))),
            new CoreLabelTokenFactory(),
            TOKENIZER_OPTIONS);
    List<CoreLabel> words = tokenizer.tokenize();
    List<List<CoreLabel>> sentences = new ArrayList<>();
    for (List<CoreLabel> sentence :
        joined(new WordToSentenceProcessor<CoreLabel>().process(words))) {
      List<CoreLabel> kept = new ArrayList<>(sentence.size());
      for (CoreLabel word : sentence) {
        word.setBeginPosition(word.beginPosition() + begin);
        word.setEndPosition(word.endPosition() + begin);
        if (!Quotes.isMark(text.substring(word.beginPosition(), word.endPosition()))) {
          kept.add(word);
        }
      }
      for (int first = 0; first < kept.size(); first += LONGEST_SENTENCE) {
        sentences.add(kept.subList(first, Math.min(kept.size(), first + LONGEST_SENTENCE)));
      }
    }
    return sentences;
  }

  /** "The Pak\u2013Saudi exercise": a dash within a word is a hyphen; nothing moves. */
  private static String hyphenated(String text) {
    return DASH_IN_WORD.matcher(text).replaceAll("-");
  }

  /** Undoes a break before a small letter: "'Who pays?' he asked", "Sen. Low (D-Ore.) said". */
  private static List<List<CoreLabel>> joined(List<List<CoreLabel>> sentences) {
    List<List<CoreLabel>> joined = new ArrayList<>(sentences.size());
    for (List<CoreLabel> sentence : sentences) {
      boolean goesOn = Character.isLowerCase(sentence.getFirst().word().charAt(0));
      if (goesOn && !joined.isEmpty()) {
        joined.getLast().addAll(sentence);
      } else {
        joined.add(new ArrayList<>(sentence));
      }
    }
    return joined;
  }

  /** Tags a sentence; its parse is made when it is asked for. */
  private Sentence parse(
      List<CoreLabel> words, int number, int block, String text, Morphology morphology) {
    tagger.join().tagCoreLabels(words);
    tagged.increment();
    for (int i = 0; i < words.size(); i++) {
      words.get(i).setIndex(i + 1);
    }
    List<String> tags =
        tagRepairs.mend(
            words.stream().map(CoreLabel::word).toList(),
            words.stream().map(w -> w.get(CoreAnnotations.PartOfSpeechAnnotation.class)).toList());
    List<String> lemmas = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      lemmas.add(morphology.lemma(words.get(i).word(), tags.get(i)));
    }
    Parse parse = new ParseOnDemand(() -> tree(words, tags, lemmas));
    List<Token> tokens = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      CoreLabel word = words.get(i);
      tokens.add(
          new Token(
              i,
              text.substring(word.beginPosition(), word.endPosition()),
              lemmas.get(i),
              tags.get(i),
              word.beginPosition(),
              word.endPosition(),
              parse));
    }
    return new Sentence(number, block, tokens);
  }

  /** How many sentences have been split off and tagged so far. */
  public long tagged() {
    return tagged.sum();
  }

  /** How many of them something asked the parse of. */
  public long parsed() {
    return parsed.sum();
  }

  private ParseRepairs.Tree tree(List<CoreLabel> words, List<String> tags, List<String> lemmas) {
    parsed.increment();
    List<String> written = words.stream().map(CoreLabel::word).toList();
    TransitionParser.Arcs arcs = parser.join().parse(written, tags);
    ParseRepairs.Tree tree =
        new ParseRepairs.Tree(written, tags, lemmas, arcs.heads(), arcs.relations());
    repairs.mend(tree);
    return tree;
  }
}
