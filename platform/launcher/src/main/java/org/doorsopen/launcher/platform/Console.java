package org.doorsopen.launcher.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints to the terminal; lines of several threads do not mix. */
public final class Console {
  private final PrintStream out;
  private final int mostLines;
  private final boolean verbose;

  public Console(PrintStream out) {
    this(out, Integer.MAX_VALUE, false);
  }

  private Console(PrintStream out, int mostLines, boolean verbose) {
    this.out = out;
    this.mostLines = mostLines;
    this.verbose = verbose;
  }

  /**
   * A console that prints only the first line of each message: where processes are killed on
   * purpose, their logs are noise.
   */
  public Console brief() {
    return new Console(out, 1, verbose);
  }

  /** A console that also prints what is of interest only to those who ask. */
  public Console verbose() {
    return new Console(out, mostLines, true);
  }

  public synchronized void say(String text) {
    Stream.of(text.split("\\R", -1)).limit(mostLines).forEach(out::println);
    out.flush();
  }

  public boolean isVerbose() {
    return verbose;
  }

  /** Said only by a verbose console. */
  public void detail(String text) {
    if (verbose) {
      say(text);
    }
  }

  void ready(String part, String address, Duration took) {
    String line = "  %-21s ready  %5s s".formatted(part, seconds(took));
    say(verbose ? line + "   " + address : line);
  }

  /** A name and its meaning, in two columns. */
  public void fact(String name, String value) {
    say("  %-20s %s".formatted(name, value));
  }

  /** To a tenth, with a point whatever the locale. */
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
