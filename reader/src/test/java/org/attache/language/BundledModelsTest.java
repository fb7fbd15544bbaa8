package org.attache.language;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.AnnotationPipeline;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.time.TimeAnnotations;
import edu.stanford.nlp.time.TimeAnnotator;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * The reader ships a part of CoreNLP's models and leaves out most libraries that CoreNLP names.
 * What is left must still carry every annotator that the reader uses.
 */
class BundledModelsTest {
  @Test
  void tag_parse_and_date_a_sentence() {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,depparse");
    Annotation report = new Annotation("Poland will receive the first 12 helicopters on 3 May.");
    report.set(CoreAnnotations.DocDateAnnotation.class, "2025-01-15");

    AnnotationPipeline pipeline = new AnnotationPipeline();
    pipeline.addAnnotator(new StanfordCoreNLP(properties));
    pipeline.addAnnotator(new TimeAnnotator(true));
    pipeline.annotate(report);

    CoreDocument read = new CoreDocument(report);
    assertThat(read.sentences()).hasSize(1);
    assertThat(read.sentences().getFirst().posTags().subList(0, 3))
        .containsExactly("NNP", "MD", "VB");
    assertThat(read.sentences().getFirst().dependencyParse().getFirstRoot().lemma())
        .isEqualTo("receive");
    assertThat(report.get(TimeAnnotations.TimexAnnotations.class))
        .extracting(time -> time.get(TimeAnnotations.TimexAnnotation.class).value())
        .containsExactly("2025-05-03");
  }
}
