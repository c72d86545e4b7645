package org.doorsopen.standalone.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person in front of the terminal is told; lines of several threads do not mix. */
public final class Console {
  private final PrintStream out;

  public Console(PrintStream out) {
    this.out = out;
  }

  public synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  void ready(String part, String address, Duration took) {
    say("  %-21s ready  %5s s   %s".formatted(part, seconds(took), address));
  }

  /** A name and what it stands for, in two columns. */
  public void fact(String name, String value) {
    say("  %-15s %s".formatted(name, value));
  }

  /** To a tenth, with a point whatever the locale. */
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
