package org.doorsopen.web.strangers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpStatus;

/**
 * A body on its way in. It stands below everything that Tomcat and Spring read bodies with:
 * streams, forms, parts. A body that is there is read as before; one that is not waits in a place
 * of {@link SlowBodies}, as long as enough of it comes, and as long as nobody newer needs the
 * place.
 */
final class GuardedBody implements InputBuffer {

  private static final long MIN_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long MAX_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Request request;
  private final InputBuffer body;
  private final int limit;
  private final SlowBodies slow;
  private final String connection;
  private final Thread reader = Thread.currentThread();
  private final long begin = System.nanoTime();
  private volatile long received;
  private volatile boolean evicted;

  GuardedBody(Request request, InputBuffer body, int limit, SlowBodies slow, String connection) {
    this.request = request;
    this.body = body;
    this.limit = limit;
    this.slow = slow;
    this.connection = connection;
  }

  @Override
  public int doRead(ApplicationBufferHandler handler) throws IOException {
    // Routes have lower limits; this one is for what reads bodies before there is a route.
    if (received > limit) {
      throw new InvalidParameterException(
          "The body is too large", HttpStatus.CONTENT_TOO_LARGE.value());
    }
    if (isHere() && request.getContentLengthLong() >= 0) {
      return counted(handler);
    }
    // A chunk may be announced and not be here, so that Tomcat itself waits in the middle of it.
    slow.enter(this);
    Turns.pause(request);
    try {
      awaitMore();
      int read = counted(handler);
      if (!Turns.resume(request)) {
        throw new InvalidParameterException(
            "Too many requests are under way", HttpStatus.REQUEST_TIMEOUT.value());
      }
      return read;
    } finally {
      slow.leave(this);
    }
  }

  /** Reads and forgets as much as the client has sent, so that it gets to see the answer. */
  void drain(long bytes, long nanos) throws IOException {
    long end = System.nanoTime() + nanos;
    long before = received;
    ApplicationBufferHandler sink = new Sink();
    slow.enter(this);
    try {
      while (received - before < bytes && !request.isFinished()) {
        long pause = MIN_PAUSE_NANOS;
        while (!isHere()) {
          if (System.nanoTime() > end || evicted || request.isFinished()) {
            return;
          }
          pause = paused(pause);
        }
        if (counted(sink) < 0) {
          return;
        }
      }
    } finally {
      slow.leave(this);
    }
  }

  private int counted(ApplicationBufferHandler handler) throws IOException {
    int read = body.doRead(handler);
    received += Math.max(0, read);
    return read;
  }

  private void awaitMore() throws IOException {
    long pause = MIN_PAUSE_NANOS;
    while (!isHere() && !request.isFinished()) {
      if (evicted || isLate(System.nanoTime())) {
        throw new InvalidParameterException(
            "The body came too slowly", HttpStatus.REQUEST_TIMEOUT.value());
      }
      pause = paused(pause);
    }
  }

  private boolean isHere() {
    request.action(ActionCode.AVAILABLE, Boolean.TRUE);
    return request.getAvailable() > 0;
  }

  private static long paused(long pause) throws InterruptedIOException {
    LockSupport.parkNanos(pause);
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException();
    }
    return Math.min(MAX_PAUSE_NANOS, pause * 2);
  }

  /** Whether less has come than the least rate asks for. */
  boolean isLate(long now) {
    return now - begin > slow.allowedNanos(received);
  }

  /** Its place is needed by another. */
  void evict() {
    evicted = true;
    LockSupport.unpark(reader);
  }

  /** Whether it was given up, so that nothing more of it is to be waited for. */
  boolean isGivenUp() {
    return evicted || isLate(System.nanoTime());
  }

  String connection() {
    return connection;
  }

  @Override
  public int available() {
    return body.available();
  }

  private static final class Sink implements ApplicationBufferHandler {

    private ByteBuffer last = EMPTY_BUFFER;

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      last = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return last;
    }

    @Override
    public void expand(int size) {
      // Tomcat asks for it only where a protocol upgrades.
    }
  }
}
