package org.doorsopen.web.problems;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.doorsopen.identity.origins.OtherOrigins;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Answers requests that Tomcat refuses before any filter runs, such as those with a broken percent
 * encoding.
 */
final class ProblemReportValve extends ErrorReportValve {

  // The server starts before there is everything that a page needs.
  private final ObjectProvider<Readers> readers;

  private final ObjectProvider<OtherOrigins> origins;

  ProblemReportValve(ObjectProvider<Readers> readers, ObjectProvider<OtherOrigins> origins) {
    this.readers = readers;
    this.origins = origins;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null
        || !status.isError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      nameOrigin(request, response);
      if (readers.getObject().toldByPage(request, response, status)) {
        response.finishResponse();
        return;
      }
      SecurityHeaders.addTo(response);
      response.setContentType("application/problem+json");
      response.setCharacterEncoding("UTF-8");
      response
          .getReporter()
          .write(
              "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                  .formatted(status.getReasonPhrase(), status.value(), ErrorRoute.detail(status)));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("The client is gone", gone);
    }
  }

  private void nameOrigin(Request request, Response response) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && origins.getIfAvailable(() -> OtherOrigins.NONE).isNamed(origin)) {
      OtherOrigins.ofAnAnswer(origin).forEach(response::setHeader);
    }
  }
}
