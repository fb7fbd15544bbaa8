package org.attache.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far the work is: a bar on standard error where one is wanted and there is much to do. */
final class Progress implements AutoCloseable {
  /** A bar is shown for more texts than this. */
  private static final int FEW = 5;

  private final Optional<ProgressBar> bar;
  private final Messages messages;

  private Progress(Optional<ProgressBar> bar, Messages messages) {
    this.bar = bar;
    this.messages = messages;
  }

  static Progress over(int texts, boolean wanted, Messages messages) {
    if (!wanted || texts <= FEW) {
      return new Progress(Optional.empty(), messages);
    }
    messages.barShown(true);
    return new Progress(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName("reading")
                .setInitialMax(texts)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .clearDisplayOnFinish()
                .build()),
        messages);
  }

  /** How far an archive of that many bytes has been read. */
  static Progress through(long bytes, boolean wanted, Messages messages) {
    if (!wanted) {
      return new Progress(Optional.empty(), messages);
    }
    messages.barShown(true);
    return new Progress(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName("reading")
                .setInitialMax(bytes)
                .setUnit(" MB", 1_000_000)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .clearDisplayOnFinish()
                .build()),
        messages);
  }

  /** So far, and what is to be said of it. */
  void to(long place, String note) {
    bar.ifPresent(
        shown -> {
          shown.stepTo(place);
          shown.setExtraMessage(note);
        });
  }

  void step() {
    bar.ifPresent(ProgressBar::step);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    messages.barShown(false);
  }
}
