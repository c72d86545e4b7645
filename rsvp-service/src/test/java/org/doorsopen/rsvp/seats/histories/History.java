package org.doorsopen.rsvp.seats.histories;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.doorsopen.rsvp.seats.domain.Decider;
import org.doorsopen.rsvp.seats.reference.Histories;
import org.doorsopen.rsvp.seats.reference.Step;
import org.doorsopen.rsvp.seats.reference.Step.Pass;
import org.doorsopen.rsvp.seats.streams.AllocationDriver;

/** Plays one history on a topology of its own, and shortens it if it fails. */
final class History {

  private static final int MAX_TRIES = 300;
  private static final Duration UNTIL_ALL_IS_OVER = Duration.ofDays(100);

  /** The size of goes makes no difference in the decisions. */
  private static final List<Integer> BATCHES = List.of(AllocationDriver.NO_LIMIT, 1, 2, 5);

  private final Decider decider;
  private final Function<String, KeyValueBytesStoreSupplier> storage;
  private final Path folder;

  /**
   * @param folder for the files of Kafka Streams; of this history alone while it is played
   */
  History(Decider decider, Function<String, KeyValueBytesStoreSupplier> storage, Path folder) {
    this.decider = decider;
    this.storage = storage;
    this.folder = folder;
  }

  /**
   * @param step the number of the step that failed, from 1
   * @param shortest steps that fail as well, without most of those that are not needed
   */
  record Failure(long seed, int step, String message, List<Step> shortest) {

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      text.append("Seed %d fails at step %d: %s\n".formatted(seed, step, message));
      text.append(
          "Replay: ./doors soak --seed %d --histories 1 --steps %d\n".formatted(seed, step));
      text.append("These %d steps are enough:\n".formatted(shortest.size()));
      shortest.forEach(step -> text.append("  ").append(step).append('\n'));
      return text.toString();
    }
  }

  private record Fall(int step, String message) {}

  Optional<Failure> play(long seed, int steps) {
    List<Step> history = Histories.of(seed, steps);
    int batch = BATCHES.get((int) (seed % BATCHES.size()));
    return fall(history, batch)
        .map(fall ->
            new Failure(seed, fall.step(), fall.message(), shortest(history, batch, fall.step())));
  }

  private Optional<Fall> fall(List<Step> history, int batch) {
    try (AllocationDriver driver = new AllocationDriver(folder, batch, decider, storage)) {
      Comparison comparison = new Comparison(driver, batch == AllocationDriver.NO_LIMIT);
      for (int i = 0; i < history.size(); i++) {
        try {
          comparison.play(history.get(i));
        } catch (RuntimeException e) {
          return Optional.of(new Fall(i + 1, String.valueOf(e.getMessage())));
        }
      }
      return leftovers(driver, comparison).map(message -> new Fall(history.size(), message));
    }
  }

  /** Long after the last step no entries are left (rule 7 for the last time, and 60 days more). */
  private static Optional<String> leftovers(AllocationDriver driver, Comparison comparison) {
    try {
      comparison.play(new Pass(driver.wallClock().plus(UNTIL_ALL_IS_OVER)));
    } catch (Disagreement e) {
      return Optional.of(e.getMessage());
    }
    long entries = driver.entries();
    for (int i = 0; i < MAX_TRIES && entries > 0; i++) {
      try {
        comparison.play(new Pass(driver.wallClock().plusSeconds(2)));
      } catch (Disagreement e) {
        return Optional.of(e.getMessage());
      }
      entries = driver.entries();
    }
    return entries == 0 ? Optional.empty() : Optional.of(entries + " entries are kept for ever");
  }

  /** Leaves out halves, quarters, eighths and so on, down to single steps, while it still fails. */
  private List<Step> shortest(List<Step> history, int batch, int step) {
    List<Step> shortest = new ArrayList<>(history.subList(0, step));
    int tries = 0;
    for (int part = step / 2; part > 0; part /= 2) {
      for (int from = shortest.size() - part; from >= 0 && tries < MAX_TRIES; from -= part) {
        List<Step> without = new ArrayList<>(shortest);
        without.subList(from, from + part).clear();
        tries++;
        Optional<Fall> fall = fall(without, batch);
        if (fall.isPresent()) {
          // What comes after the step that fails is not needed either.
          shortest = new ArrayList<>(without.subList(0, fall.get().step()));
          from = Math.min(from, shortest.size());
        }
      }
    }
    return shortest;
  }
}
