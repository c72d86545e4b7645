package org.doorsopen.launcher.demo;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * The live status of an RSVP, read as it comes.
 *
 * @param lines of the stream of events
 */
record LiveStatus(Stream<String> lines, Iterator<String> events) implements AutoCloseable {

  LiveStatus(Stream<String> lines) {
    this(lines, lines.filter(line -> line.startsWith("data:")).iterator());
  }

  /** Waits for it. */
  String next() {
    return events.next();
  }

  /** The first one that says so; waits for it. */
  String nextThatSays(String text) {
    String event = next();
    while (!event.contains(text)) {
      event = next();
    }
    return event;
  }

  @Override
  public void close() {
    lines.close();
  }
}
