package org.doorsopen.web.strangers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.doorsopen.identity.origins.OtherOrigins;
import org.doorsopen.web.problems.SecurityHeaders;
import org.springframework.http.HttpHeaders;

/**
 * Lets so many requests in at a time. It stands between the connection and everything that a
 * request costs: one that waits for its turn has no buffers of its own yet, and hardly a stack.
 */
final class Turns implements Adapter {

  private static final String TURN = Turns.class.getName();
  private static final long TURN_WITHIN_MILLIS = 500;
  private static final byte[] BUSY =
      """
      {"title":"Service Unavailable","status":503,"detail":"Too many requests are under way; ask again."}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private final Adapter requests;
  private final Semaphore turns;
  private final OtherOrigins origins;

  Turns(Adapter requests, int atATime, OtherOrigins origins) {
    this.origins = origins;
    this.requests = requests;
    this.turns = new Semaphore(atATime, true);
  }

  /** Gives the turn of a request to others; it has no other one to give afterwards. */
  static void end(HttpServletRequest request) {
    if (request.getAttribute(TURN) instanceof Turn turn) {
      turn.end();
    }
  }

  /** Gives the turn of a request to others while it waits for its client. */
  static void pause(Request request) {
    if (request.getAttribute(TURN) instanceof Turn turn) {
      turn.end();
    }
  }

  /**
   * Takes a turn again, which a request that has waited for its client needs to go on.
   *
   * @return whether there is one
   */
  static boolean resume(Request request) throws InterruptedIOException {
    return !(request.getAttribute(TURN) instanceof Turn turn) || turn.again();
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    if (!turns.tryAcquire() && !comes()) {
      refuse(request, response);
      return;
    }
    Turn turn = new Turn();
    try {
      request.setAttribute(TURN, turn);
      requests.service(request, response);
    } finally {
      turn.end();
    }
  }

  private boolean comes() throws InterruptedIOException {
    try {
      return turns.tryAcquire(TURN_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void refuse(Request request, Response response) throws Exception {
    response.setStatus(503);
    SecurityHeaders.forEach(response::addHeader);
    response.addHeader(HttpHeaders.RETRY_AFTER, "1");
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && origins.isNamed(origin)) {
      OtherOrigins.ofAnAnswer(origin).forEach(response::addHeader);
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    response.addHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
    response.setContentLength(BUSY.length);
    response.doWrite(ByteBuffer.wrap(BUSY));
    response.action(ActionCode.CLOSE, null);
    request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
  }

  @Override
  public boolean prepare(Request request, Response response) throws Exception {
    return requests.prepare(request, response);
  }

  @Override
  public boolean asyncDispatch(Request request, Response response, SocketEvent status)
      throws Exception {
    return requests.asyncDispatch(request, response, status);
  }

  @Override
  public void log(Request request, Response response, long time) {
    requests.log(request, response, time);
  }

  @Override
  public void checkRecycled(Request request, Response response) {
    requests.checkRecycled(request, response);
  }

  @Override
  public String getDomain() {
    return requests.getDomain();
  }

  private final class Turn {

    private final AtomicBoolean over = new AtomicBoolean();

    void end() {
      if (over.compareAndSet(false, true)) {
        turns.release();
      }
    }

    boolean again() throws InterruptedIOException {
      boolean taken = turns.tryAcquire() || comes();
      if (taken) {
        over.set(false);
      }
      return taken;
    }
  }
}
