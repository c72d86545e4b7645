package org.doorsopen.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The answer to a form that was taken: another page, so that a reload sends nothing again. */
public final class SeeOther {

  private SeeOther() {}

  /**
   * @param location a path, or one relative to the form's address; it is sent as it is
   */
  public static void at(String location, HttpServletResponse response) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, location);
  }
}
