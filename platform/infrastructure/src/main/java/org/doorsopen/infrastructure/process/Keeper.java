package org.doorsopen.infrastructure.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts a child again whenever it dies, with growing pauses, until told to stop. */
public final class Keeper {
  // A child that dies later than this after it was ready did not die because of its start.
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
   * @param told hears of deaths and returns, in words for a person
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

  /**
   * Pauses of 1 s, 2 s, 4 s … 30 s; from 1 s again after a time without trouble. Our own, as Spring
   * with its back-offs is not on the class path of infrastructure and launcher.
   */
  private static final class BackOff {
    private static final Duration MIN_PAUSE = Duration.ofSeconds(1);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);

    private final Duration calm;
    private Duration pause = MIN_PAUSE;
    private long lastTrouble = System.nanoTime();

    BackOff(Duration calm) {
      this.calm = calm;
    }

    /** The trouble is over: another failure after a calm time counts as a new one. */
    void over() {
      lastTrouble = System.nanoTime();
    }

    Duration next() {
      long now = System.nanoTime();
      if (now - lastTrouble > calm.toNanos()) {
        pause = MIN_PAUSE;
      }
      lastTrouble = now;
      Duration taken = pause;
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(MAX_PAUSE) < 0 ? doubled : MAX_PAUSE;
      return taken;
    }
  }
}
