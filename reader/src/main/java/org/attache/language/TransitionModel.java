package org.attache.language;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * What CoreNLP's trainer has learned of parsing, as its model file has it: a vector for each word,
 * tag and relation, and two layers of weights. Not changed once it is read, so that threads may
 * share it.
 */
final class TransitionModel {
  private final Map<String, Integer> words;
  private final Map<String, Integer> tags;
  private final List<String> relations;
  private final float[][] vectors;
  private final float[][][] first;
  private final float[] bias;
  private final double[][] second;

  private TransitionModel(
      Map<String, Integer> words,
      Map<String, Integer> tags,
      List<String> relations,
      float[][] vectors,
      float[][][] first,
      float[] bias,
      double[][] second) {
    this.words = words;
    this.tags = tags;
    this.relations = List.copyOf(relations);
    this.vectors = vectors;
    this.first = first;
    this.bias = bias;
    this.second = second;
  }

  /** The number of each word; those of tags and relations follow on them. */
  Map<String, Integer> words() {
    return words;
  }

  /** The number of each tag. */
  Map<String, Integer> tags() {
    return tags;
  }

  /** The relations that a word may have; the first is that of the root. */
  List<String> relations() {
    return relations;
  }

  /** The number of the relation of no word; those of {@link #relations} follow on it. */
  int nullRelation() {
    return vectors.length - relations.size() - 1;
  }

  /** For each number its vector. */
  float[][] vectors() {
    return vectors;
  }

  /** For each place in the input, and each part of the vector there, the weights to the units. */
  float[][][] first() {
    return first;
  }

  /** What is added to each hidden unit. */
  float[] bias() {
    return bias;
  }

  /** For each hidden unit the weights to all transitions. */
  double[][] second() {
    return second;
  }

  /** Reads a model from the class path. */
  static TransitionModel load(String resource) {
    try (InputStream in = TransitionModel.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new IOException("there is no such resource");
      }
      return new Lines(new GZIPInputStream(new BufferedInputStream(in), 1 << 16)).model();
    } catch (IOException e) {
      throw new UncheckedIOException("the parser's model " + resource + " cannot be read", e);
    }
  }

  /** The lines of the file, each of words or numbers with a blank between them. */
  private static final class Lines {
    private static final int END = -1;

    private final InputStream in;
    private final byte[] read = new byte[1 << 16];
    private int size;
    private int at;
    private byte[] word = new byte[64];

    Lines(InputStream in) {
      this.in = in;
    }

    TransitionModel model() throws IOException {
      int wordCount = setting("dict");
      int tagCount = setting("pos");
      int relationCount = setting("label");
      int vectorSize = setting("embeddingSize");
      int hiddenSize = setting("hiddenSize");
      int places = setting("numTokens");
      setting("preComputed");
      float[][] vectors = new float[wordCount + tagCount + relationCount][vectorSize];
      Map<String, Integer> words = new HashMap<>(wordCount * 2);
      Map<String, Integer> tags = new HashMap<>(tagCount * 2);
      List<String> relations = new ArrayList<>(relationCount);
      for (int i = 0; i < vectors.length; i++) {
        String name = word();
        if (i < wordCount) {
          words.put(name, i);
        } else if (i < wordCount + tagCount) {
          tags.put(name, i);
        } else {
          relations.add(name);
        }
        numbers(vectors[i]);
      }
      float[][][] first = new float[places][vectorSize][hiddenSize];
      for (float[][] place : first) {
        for (float[] weights : place) {
          numbers(weights);
        }
      }
      float[] bias = new float[hiddenSize];
      numbers(bias);
      float[] weights = new float[relationCount * 2 - 1];
      double[][] second = new double[hiddenSize][weights.length];
      for (double[] unit : second) {
        numbers(weights);
        for (int i = 0; i < weights.length; i++) {
          unit[i] = weights[i];
        }
      }
      return new TransitionModel(
          words, tags, relations.subList(1, relations.size()), vectors, first, bias, second);
    }

    private int setting(String name) throws IOException {
      String[] parts = word().split("=", 2);
      if (parts.length < 2 || !parts[0].equals(name)) {
        throw new IOException("\"" + parts[0] + "\" stands where \"" + name + "=\" should");
      }
      return Integer.parseInt(parts[1]);
    }

    private String word() throws IOException {
      int length = 0;
      for (int c = next(); c != ' ' && c != '\n'; c = next()) {
        if (c == END) {
          throw new EOFException("it ends too early");
        }
        if (length == word.length) {
          word = Arrays.copyOf(word, length * 2);
        }
        word[length++] = (byte) c;
      }
      return new String(word, 0, length, StandardCharsets.UTF_8);
    }

    private void numbers(float[] into) throws IOException {
      for (int i = 0; i < into.length; i++) {
        into[i] = number();
      }
    }

    /**
     * The numbers have four decimal places and few digits, so that whole part and fraction together
     * are a whole number of no more than 24 bits: dividing that by ten thousand is rounded once, as
     * it should be. Any other is refused.
     */
    private float number() throws IOException {
      int whole = 0;
      int digits = 0;
      int decimals = END;
      int begin = at;
      boolean negative = false;
      for (int c = next(); c != ' ' && c != '\n'; c = next()) {
        if (c == '-' && digits == 0 && !negative) {
          negative = true;
        } else if (c == '.' && decimals == END) {
          decimals = 0;
        } else if (c >= '0' && c <= '9') {
          whole = whole * 10 + c - '0';
          digits++;
          decimals += decimals == END ? 0 : 1;
        } else {
          throw new IOException("no number begins at " + begin);
        }
      }
      if (decimals != 4 || digits > 7) {
        throw new IOException(
            "a number has " + digits + " digits, " + decimals + " behind a point");
      }
      float number = whole / 10_000f;
      return negative ? -number : number;
    }

    private int next() throws IOException {
      if (at == size) {
        size = in.readNBytes(read, 0, read.length);
        at = 0;
        if (size == 0) {
          return END;
        }
      }
      return read[at++] & 0xFF;
    }
  }
}
