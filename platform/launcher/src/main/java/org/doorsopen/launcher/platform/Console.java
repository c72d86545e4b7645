package org.doorsopen.launcher.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints to the terminal; lines of several threads do not mix. */
public final class Console {
  private final PrintStream out;
  private final int mostLines;

  public Console(PrintStream out) {
    this(out, Integer.MAX_VALUE);
  }

  private Console(PrintStream out, int mostLines) {
    this.out = out;
    this.mostLines = mostLines;
  }

  /**
   * A console that prints only the first line of each message: where processes are killed on
   * purpose, their logs are noise.
   */
  public Console brief() {
    return new Console(out, 1);
  }

  public synchronized void say(String text) {
    Stream.of(text.split("\\R", -1)).limit(mostLines).forEach(out::println);
    out.flush();
  }

  void ready(String part, String address, Duration took) {
    say("  %-21s ready  %5s s   %s".formatted(part, seconds(took), address));
  }

  /** A name and its meaning, in two columns. */
  public void fact(String name, String value) {
    say("  %-15s %s".formatted(name, value));
  }

  /** To a tenth, with a point whatever the locale. */
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
