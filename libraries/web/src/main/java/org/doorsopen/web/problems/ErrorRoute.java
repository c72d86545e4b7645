package org.doorsopen.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers errors outside of the controllers, to which Tomcat forwards, in place of Boot's page. */
@Controller
class ErrorRoute implements ErrorController {

  private final ProblemWriter problems;

  ErrorRoute(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpStatus status = statusOf(request);
    problems.write(request, response, status, detail(status));
  }

  static String detail(HttpStatus status) {
    return switch (status) {
      case BAD_REQUEST -> "The request is malformed.";
      case REQUEST_TIMEOUT -> "The body came too slowly.";
      case NOT_FOUND -> "There is nothing at this address.";
      case INTERNAL_SERVER_ERROR -> "Something failed here. It was logged.";
      default -> status.getReasonPhrase() + ".";
    };
  }

  private static HttpStatus statusOf(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
        instanceof InvalidParameterException malformed) {
      return HttpStatus.valueOf(malformed.getErrorCode());
    }
    return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
        .map(code -> HttpStatus.resolve((Integer) code))
        .orElse(HttpStatus.NOT_FOUND);
  }
}
