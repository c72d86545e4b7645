package org.doorsopen.web.strangers;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.http.MimeHeaders;
import org.springframework.http.HttpHeaders;

/**
 * Every request passes here first, also those that Tomcat refuses itself. Lets so many in at a
 * time, guards bodies, and ends a connection on which a body is left that nobody wanted.
 */
final class EntryValve extends ValveBase {

  /** More says nothing more; each range costs, and Tomcat fails where there are more than ten. */
  private static final int MAX_LANGUAGES = 10;

  private static final int MAX_LANGUAGES_LENGTH = 200;

  private static final int MAX_DRAINED = 1 << 20;
  private static final long DRAINED_WITHIN = TimeUnit.SECONDS.toNanos(1);
  private final int largestBody;
  private final SlowBodies slow;

  EntryValve(int largestBody, SlowBodies slow) {
    super(true);
    this.largestBody = largestBody;
    this.slow = slow;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    cutLanguages(request.getCoyoteRequest().getMimeHeaders());
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
        Turns.end(request);
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
}
