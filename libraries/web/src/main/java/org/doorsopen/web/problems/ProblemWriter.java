package org.doorsopen.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells of an error where no controller is involved (filters, login, error pages): a person by a
 * page, a program by a problem (RFC 9457).
 */
public final class ProblemWriter {

  private final JsonMapper json;
  private final Readers readers;

  public ProblemWriter(JsonMapper json, Readers readers) {
    this.json = json;
    this.readers = readers;
  }

  public void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    if (response.isCommitted() || readers.toldByPage(request, response, status)) {
      return;
    }
    var problem = new LinkedHashMap<String, Object>();
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail);
    problem.put("instance", request.getRequestURI());
    byte[] body = json.writeValueAsBytes(problem);
    response.resetBuffer();
    SecurityHeaders.addTo(response);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
