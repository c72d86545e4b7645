package org.doorsopen.web.strangers;

import jakarta.servlet.http.HttpServletRequest;

/** Answers that take as long as their client listens. */
public final class LongAnswers {

  private LongAnswers() {}

  /**
   * The request is no longer one of those of which only so many are answered at a time. The caller
   * has to count it itself.
   */
  public static void begin(HttpServletRequest request) {
    Turns.end(request);
  }
}
