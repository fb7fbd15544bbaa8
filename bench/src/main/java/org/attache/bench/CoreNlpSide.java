package org.attache.bench;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.Properties;
import org.attache.report.Report;

/** CoreNLP's default pipeline up to the dependency parse, every setting at its default. */
final class CoreNlpSide implements Side {
  private static final String ANNOTATORS = "tokenize,ssplit,pos,lemma,ner,depparse";

  private final StanfordCoreNLP pipeline;

  CoreNlpSide() {
    Properties properties = new Properties();
    properties.setProperty("annotators", ANNOTATORS);
    pipeline = new StanfordCoreNLP(properties);
  }

  @Override
  public int take(Report report) {
    CoreDocument document = new CoreDocument(report.text());
    pipeline.annotate(document);
    return document.tokens().size();
  }
}
