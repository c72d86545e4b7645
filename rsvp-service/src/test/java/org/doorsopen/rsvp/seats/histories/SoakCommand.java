package org.doorsopen.rsvp.seats.histories;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.doorsopen.rsvp.seats.domain.SeatAllocation;
import org.doorsopen.rsvp.seats.histories.History.Failure;

/** The program behind {@code ./doors soak}. */
final class SoakCommand {

  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private long seed = System.currentTimeMillis();
  private int histories = 10_000;
  private int steps = 500;
  private long nextWord;

  private SoakCommand(List<String> arguments) {
    Deque<String> left = new ArrayDeque<>(arguments);
    while (!left.isEmpty()) {
      String name = left.remove();
      long value = left.isEmpty() ? -1 : Long.parseLong(left.remove());
      switch (name) {
        case "--seed" -> seed = value;
        case "--histories" -> histories = Math.toIntExact(value);
        case "--steps" -> steps = Math.toIntExact(value);
        default -> throw new IllegalArgumentException("unknown option: " + name);
      }
    }
    if (seed < 0 || histories < 1 || steps < 1) {
      throw new IllegalArgumentException("every option takes a number");
    }
  }

  /** Exits with 1 if a history failed, and with 2 if the options are not understood. */
  public static void main(String[] arguments) {
    SoakCommand command;
    try {
      command = new SoakCommand(List.of(arguments));
    } catch (IllegalArgumentException | ArithmeticException e) {
      System.err.println("doors soak: " + e.getMessage());
      System.err.println("./doors soak [--histories N] [--steps N] [--seed N]");
      System.exit(2);
      return;
    }
    System.exit(command.run() ? 0 : 1);
  }

  private boolean run() {
    System.out.printf("%d histories of %d steps from seed %d on%n", histories, steps, seed);
    long begin = System.nanoTime();
    nextWord = begin + PAUSE;
    IntConsumer progress = done -> tell(done, begin);
    List<Failure> failures =
        new Soak(SeatAllocation::decide, Path.of("target"), progress).run(seed, histories, steps);
    failures.forEach(System.out::println);
    System.out.printf(
        "%s after %d s%n",
        failures.isEmpty() ? "The topology and the reference model agree" : "They disagree",
        Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    return failures.isEmpty();
  }

  private synchronized void tell(int done, long begin) {
    long now = System.nanoTime();
    if (now >= nextWord) {
      nextWord = now + PAUSE;
      System.out.printf(
          "%,d of %,d histories, %.0f a second%n", done, histories, done * 1e9 / (now - begin));
    }
  }
}
