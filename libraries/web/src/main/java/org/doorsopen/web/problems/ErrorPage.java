package org.doorsopen.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Tells a person in a browser what went wrong. A service with pages has a bean of it; where there
 * is none, every error is a problem (RFC 9457).
 */
@FunctionalInterface
public interface ErrorPage {

  /**
   * Sets the headers that a page has, and returns the page in UTF-8. Called for requests that no
   * filter has seen, too, such as those with a broken percent encoding.
   *
   * @param reference leads an operator to the line in the log; null where nothing was logged
   */
  byte[] page(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      @Nullable String reference);
}
