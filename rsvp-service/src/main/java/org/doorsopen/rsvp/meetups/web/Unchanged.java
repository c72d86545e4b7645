package org.doorsopen.rsvp.meetups.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/** Answers that browsers and calendars may keep, and ask about again every time. */
final class Unchanged {

  private Unchanged() {}

  /**
   * Sets the header ETag, and answers 304 where the client has what it stands for.
   *
   * @param tag read before the contents are: an answer may be newer than its tag, and never older
   * @return whether nothing is left to answer
   */
  static boolean since(WebRequest request, String tag) {
    HttpServletResponse response =
        Objects.requireNonNull(((ServletWebRequest) request).getResponse());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    // Weak, since the bytes depend on the build as well.
    return request.checkNotModified("W/\"" + tag + "\"");
  }
}
