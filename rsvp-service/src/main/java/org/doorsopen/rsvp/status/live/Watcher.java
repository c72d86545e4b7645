package org.doorsopen.rsvp.status.live;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.status.RsvpStatus;

/**
 * Hands statuses from the one thread that reads them to the thread that writes them to a client. It
 * holds the latest only, so a slow client costs no time and no memory, and skips outdated statuses.
 */
final class Watcher {

  /** The next thing to do for the client. */
  sealed interface Signal {}

  record Changed(RsvpStatus status) implements Signal {}

  record Quiet() implements Signal {}

  record Closed() implements Signal {}

  private final RsvpKey key;
  private final BlockingQueue<Signal> latest = new ArrayBlockingQueue<>(1);
  private boolean closed;

  Watcher(RsvpKey key) {
    this.key = key;
  }

  RsvpKey key() {
    return key;
  }

  void tell(RsvpStatus status) {
    replace(new Changed(status), false);
  }

  /** Hands over the end, and nothing after it. */
  void close() {
    replace(new Closed(), true);
  }

  private synchronized void replace(Signal signal, boolean last) {
    if (!closed) {
      latest.clear();
      latest.add(signal);
      closed = last;
    }
  }

  /** Waits for the next signal; it is Quiet if none comes within the given time. */
  Signal await(Duration time) throws InterruptedException {
    Signal signal = latest.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    return signal == null ? new Quiet() : signal;
  }
}
