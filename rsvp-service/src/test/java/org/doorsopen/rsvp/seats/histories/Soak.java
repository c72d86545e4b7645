package org.doorsopen.rsvp.seats.histories;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.apache.kafka.streams.state.Stores;
import org.doorsopen.rsvp.seats.domain.Decider;
import org.doorsopen.rsvp.seats.histories.History.Failure;
import org.jspecify.annotations.Nullable;

/** Plays many histories, as many at a time as there are processors. */
final class Soak {

  private final Decider decider;
  private final Path folder;
  private final IntConsumer progress;

  /**
   * @param folder for files that are needed while a history is played
   * @param progress is called after each history with the number of those that are done
   */
  Soak(Decider decider, Path folder, IntConsumer progress) {
    this.decider = decider;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Plays the histories of consecutive seeds, until all are played or one has failed.
   *
   * @return the failures: more than one if several histories failed at the same time
   * @throws IllegalStateException if a history could not be played at all
   */
  List<Failure> run(long firstSeed, int histories, int steps) {
    Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    Iterator<Long> seeds = LongStream.range(firstSeed, firstSeed + histories).iterator();
    AtomicInteger done = new AtomicInteger();
    Callable<Void> work =
        () -> {
          for (Long seed = next(seeds); seed != null && failures.isEmpty(); ) {
            new History(decider, Stores::inMemoryKeyValueStore, folder.resolve("history-" + seed))
                .play(seed, steps)
                .ifPresent(failures::add);
            progress.accept(done.incrementAndGet());
            seed = next(seeds);
          }
          return null;
        };
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(processors)) {
      for (Future<Void> worker : threads.invokeAll(Collections.nCopies(processors, work))) {
        worker.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(failures);
  }

  private static @Nullable Long next(Iterator<Long> seeds) {
    synchronized (seeds) {
      return seeds.hasNext() ? seeds.next() : null;
    }
  }
}
