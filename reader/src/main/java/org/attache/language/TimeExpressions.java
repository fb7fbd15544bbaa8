package org.attache.language;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.time.TimeAnnotations;
import edu.stanford.nlp.time.TimeAnnotator;
import edu.stanford.nlp.time.Timex;
import edu.stanford.nlp.util.CoreMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Finds times in sentences by SUTime (Chang and Manning, LREC 2012). Loaded when first asked, since
 * its rules take a while.
 */
public final class TimeExpressions {
  private static final String RULES =
      "edu/stanford/nlp/models/sutime/defs.sutime.txt,edu/stanford/nlp/models/sutime/english.sutime.txt";

  private final TimeAnnotator annotator;

  /** Loads SUTime's rules. */
  public TimeExpressions() {
    Properties properties = new Properties();
    properties.setProperty("sutime.rules", RULES);
    properties.setProperty("sutime.binders", "0");
    properties.setProperty("sutime.markTimeRanges", "true");
    properties.setProperty("sutime.includeRange", "false");
    annotator = new TimeAnnotator("sutime", properties);
  }

  /**
   * The times in a sentence, in order.
   *
   * @param published the day that relative times count from; without it they keep a relative value
   */
  public synchronized List<TimeExpression> find(Sentence sentence, Optional<LocalDate> published) {
    List<CoreLabel> labels = new ArrayList<>(sentence.size());
    StringBuilder text = new StringBuilder();
    for (Token token : sentence.tokens()) {
      CoreLabel label = new CoreLabel();
      label.setWord(token.text());
      label.setOriginalText(token.text());
      label.setValue(token.text());
      label.setTag(token.tag());
      label.setLemma(token.lemma());
      label.setIndex(token.index() + 1);
      label.setBeginPosition(text.length());
      text.append(token.text());
      label.setEndPosition(text.length());
      text.append(' ');
      labels.add(label);
    }
    Annotation part = new Annotation(text.toString());
    part.set(CoreAnnotations.TokensAnnotation.class, labels);
    part.set(CoreAnnotations.TokenBeginAnnotation.class, 0);
    part.set(CoreAnnotations.TokenEndAnnotation.class, labels.size());
    part.set(CoreAnnotations.SentenceIndexAnnotation.class, 0);
    Annotation whole = new Annotation(text.toString());
    whole.set(CoreAnnotations.TokensAnnotation.class, labels);
    whole.set(CoreAnnotations.SentencesAnnotation.class, List.<CoreMap>of(part));
    published.ifPresent(day -> whole.set(CoreAnnotations.DocDateAnnotation.class, day.toString()));
    annotator.annotate(whole);
    List<TimeExpression> found = new ArrayList<>();
    List<CoreMap> timexes = whole.get(TimeAnnotations.TimexAnnotations.class);
    for (CoreMap timex : timexes == null ? List.<CoreMap>of() : timexes) {
      Timex value = timex.get(TimeAnnotations.TimexAnnotation.class);
      List<CoreLabel> words = timex.get(CoreAnnotations.TokensAnnotation.class);
      if (value != null && value.value() != null && words != null && !words.isEmpty()) {
        int from = words.getFirst().index() - 1;
        int to = words.getLast().index();
        found.add(new TimeExpression(from, to, sentence.words(from, to), value.value()));
      }
    }
    return found;
  }
}
