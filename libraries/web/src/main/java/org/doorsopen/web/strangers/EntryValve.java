package org.doorsopen.web.strangers;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.http.MimeHeaders;
import org.doorsopen.web.problems.SecurityHeaders;
import org.springframework.http.HttpHeaders;

/**
 * Every request passes here first, also those that Tomcat refuses itself. Lets so many in at a
 * time, guards their bodies, and ends a connection on which a body is left that nobody wanted.
 */
final class EntryValve extends ValveBase {

  private static final String TURN = EntryValve.class.getName() + ".turn";

  /** More says nothing more; each range costs, and Tomcat fails where there are more than ten. */
  private static final int MAX_LANGUAGES = 10;

  private static final int MAX_LANGUAGES_LENGTH = 200;
  private static final long TURN_WITHIN_MILLIS = 250;

  private static final int MAX_DRAINED = 1 << 20;
  private static final long DRAINED_WITHIN = TimeUnit.SECONDS.toNanos(1);
  private static final byte[] BUSY =
      """
      {"title":"Service Unavailable","status":503,"detail":"Too many requests are under way; ask again."}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private final Semaphore turns;
  private final int largestBody;
  private final SlowBodies slow;

  EntryValve(int requests, int largestBody, SlowBodies slow) {
    super(true);
    this.turns = new Semaphore(requests, true);
    this.largestBody = largestBody;
    this.slow = slow;
  }

  /** Gives the turn of a request to others, where its answer is bounded by a count of its own. */
  static void giveUpTurn(HttpServletRequest request) {
    if (request.getAttribute(TURN) instanceof Turn turn) {
      turn.end();
    }
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (!hasTurn()) {
      refuse(response);
      return;
    }
    Turn turn = new Turn();
    try {
      request.setAttribute(TURN, turn);
      cutLanguages(request.getCoyoteRequest().getMimeHeaders());
      guarded(request, response, turn);
    } finally {
      turn.end();
    }
  }

  private void guarded(Request request, Response response, Turn turn)
      throws IOException, ServletException {
    org.apache.coyote.Request coyote = request.getCoyoteRequest();
    if (coyote.isFinished()) {
      getNext().invoke(request, response);
      return;
    }
    InputBuffer body = coyote.getInputBuffer();
    var guard =
        new GuardedBody(
            coyote, body, largestBody, slow, request.getServletConnection().getConnectionId());
    coyote.setInputBuffer(guard);
    try {
      getNext().invoke(request, response);
      if (!request.isAsync() && !coyote.isFinished()) {
        response.finishResponse();
        turn.end();
        if (!guard.isGivenUp()) {
          guard.drain(MAX_DRAINED, DRAINED_WITHIN);
        }
        if (!coyote.isFinished()) {
          coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
      }
    } finally {
      coyote.setInputBuffer(body);
    }
  }

  private boolean hasTurn() throws IOException {
    try {
      return turns.tryAcquire(TURN_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static void refuse(Response response) throws IOException {
    response.setStatus(503);
    SecurityHeaders.addTo(response);
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.setContentType("application/problem+json");
    response.setContentLength(BUSY.length);
    response.getOutputStream().write(BUSY);
    response.finishResponse();
  }

  private static void cutLanguages(MimeHeaders headers) {
    List<String> all = Collections.list(headers.values(HttpHeaders.ACCEPT_LANGUAGE));
    String whole = String.join(",", all);
    if (whole.length() <= MAX_LANGUAGES_LENGTH
        && whole.chars().filter(c -> c == ',').count() < MAX_LANGUAGES) {
      return;
    }
    headers.removeHeader(HttpHeaders.ACCEPT_LANGUAGE);
    String languages = firstOf(whole);
    if (!languages.isEmpty()) {
      headers.addValue(HttpHeaders.ACCEPT_LANGUAGE).setString(languages);
    }
  }

  private static String firstOf(String languages) {
    String[] ranges =
        languages.substring(0, Math.min(languages.length(), MAX_LANGUAGES_LENGTH + 1)).split(",");
    // The last one may have been cut.
    int whole = languages.length() > MAX_LANGUAGES_LENGTH ? ranges.length - 1 : ranges.length;
    return Stream.of(ranges).limit(Math.min(whole, MAX_LANGUAGES)).collect(Collectors.joining(","));
  }

  private final class Turn {

    private final AtomicBoolean over = new AtomicBoolean();

    void end() {
      if (over.compareAndSet(false, true)) {
        turns.release();
      }
    }
  }
}
