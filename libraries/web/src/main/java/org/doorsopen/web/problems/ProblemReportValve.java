package org.doorsopen.web.problems;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Answers with a problem where Tomcat refuses before any filter, as a broken percent encoding. */
final class ProblemReportValve extends ErrorReportValve {

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
}
