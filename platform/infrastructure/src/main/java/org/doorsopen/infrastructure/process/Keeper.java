package org.doorsopen.infrastructure.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.doorsopen.infrastructure.StartFailure;

/** Starts a child again whenever it dies, with growing pauses, until told to stop. */
public final class Keeper {
  // What runs for so long after it was ready does not die of being started.
  private static final Duration CALM = Duration.ofSeconds(15);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

  private final String name;
  private final Supplier<ChildProcess> current;
  private final Runnable start;
  private final Consumer<String> told;
  private final BackOff backOff = new BackOff(CALM);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  private Keeper(
      String name, Supplier<ChildProcess> current, Runnable start, Consumer<String> told) {
    this.name = name;
    this.current = current;
    this.start = start;
    this.told = told;
    this.thread = Thread.ofVirtual().name(name + "-keeper").unstarted(this::keep);
  }

  /**
   * Begins at once, for a child that runs.
   *
   * @param current the child of the latest start
   * @param start returns when the child is ready, or throws {@link StartFailure}
   * @param told of deaths and of returns, in words for a person
   */
  public static Keeper of(
      String name, Supplier<ChildProcess> current, Runnable start, Consumer<String> told) {
    Keeper keeper = new Keeper(name, current, start, told);
    keeper.thread.start();
    return keeper;
  }

  /** From now on a death is taken as wanted, and nothing is started. Stop the child after this. */
  public void stop() {
    stopping.countDown();
    thread.interrupt();
    try {
      thread.join(ENDS_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    try {
      while (true) {
        int exitCode = current.get().onExit().get();
        Duration pause = backOff.next();
        told.accept(
            "%s died (exit code %d); starting it again in %d s"
                .formatted(name, exitCode, pause.toSeconds()));
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        startAgain();
      }
    } catch (InterruptedException | ExecutionException e) {
      // Told to stop.
    }
  }

  private void startAgain() {
    long begin = System.nanoTime();
    try {
      start.run();
      backOff.over();
      long took = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
      told.accept("%s is ready again (%d s)".formatted(name, took));
    } catch (StartFailure e) {
      if (stopping.getCount() > 0) {
        told.accept(e.getMessage());
      }
    }
  }
}
