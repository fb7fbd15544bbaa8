package org.attache.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.attache.cli.Inputs.Input;
import org.attache.lexicon.LexiconException;
import org.attache.report.UnreadableReportException;

/** Reads many texts: in order, at once, and to the end, whatever is wrong with single ones. */
final class Batch {
  /**
   * What is done to a text.
   *
   * @param <R> what comes of it
   */
  interface Work<R> {
    /**
     * Does it.
     *
     * @param note takes what the user should know of how the text was read
     * @throws UnreadableReportException where the text cannot be read
     */
    R on(Input input, Consumer<String> note) throws UnreadableReportException;
  }

  /** What came of a text: a result, or a line that says why there is none; and perhaps a note. */
  private record Outcome<R>(
      Input input, Optional<R> result, Optional<String> fault, Optional<String> note) {}

  private final Messages messages;
  private final boolean bar;

  /**
   * A batch.
   *
   * @param messages where faults and notes go
   * @param bar whether a progress bar may be shown
   */
  Batch(Messages messages, boolean bar) {
    this.messages = messages;
    this.bar = bar;
  }

  /**
   * Works on all texts.
   *
   * @param sink takes the results in the order of the texts, on the calling thread
   * @return whether every text gave a result
   */
  <R> boolean run(Inputs inputs, int threads, Work<R> work, BiConsumer<Input, R> sink) {
    boolean[] whole = {inputs.faults().isEmpty()};
    inputs.faults().forEach(messages::say);
    try (Progress progress = Progress.over(inputs.texts().size(), bar, messages)) {
      InOrder.run(
          inputs.texts(),
          threads,
          input -> attempt(input, work),
          outcome -> {
            outcome.note().ifPresent(messages::say);
            outcome.fault().ifPresent(messages::say);
            whole[0] &= outcome.fault().isEmpty();
            outcome.result().ifPresent(result -> sink.accept(outcome.input(), result));
            progress.step();
          });
    }
    return whole[0];
  }

  private <R> Outcome<R> attempt(Input input, Work<R> work) {
    List<String> notes = new ArrayList<>();
    Optional<R> result = Optional.empty();
    Optional<String> fault = Optional.empty();
    try {
      result = Optional.of(work.on(input, notes::add));
    } catch (UnreadableReportException e) {
      fault = Optional.of(String.valueOf(e.getMessage()));
    } catch (LexiconException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      fault = Optional.of(input.name() + ": " + messages.unexpected(e));
    }
    return new Outcome<>(
        input, result, fault, notes.stream().findFirst().map(note -> input.name() + ": " + note));
  }
}
