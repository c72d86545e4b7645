package org.doorsopen.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Decides, for all that tell errors, who reads: a person, or a program. */
public final class Readers {

  /** The paths of programs, whatever a request says that it accepts. */
  private static final List<String> FOR_PROGRAMS = List.of("/api/", "/actuator");

  private final @Nullable ErrorPage page;

  public Readers(@Nullable ErrorPage page) {
    this.page = page;
  }

  /**
   * Whether the request is a browser's for a page or a part of one. A browser names HTML in what it
   * accepts; a program that accepts everything does not.
   */
  public static boolean isPerson(HttpServletRequest request) {
    String path = pathOf(request);
    return FOR_PROGRAMS.stream().noneMatch(path::startsWith)
        && (request.getHeader("HX-Request") != null || acceptsHtml(request));
  }

  /**
   * Answers with a page, if a person reads and there are pages.
   *
   * @return whether it has
   */
  public boolean toldByPage(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status)
      throws IOException {
    return toldByPage(request, response, status, HttpHeaders.EMPTY, null);
  }

  /**
   * The same with headers beside those of every page, and with a reference to a line in the log.
   */
  public boolean toldByPage(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      HttpHeaders headers,
      @Nullable String reference)
      throws IOException {
    if (page == null || response.isCommitted() || !isPerson(request)) {
      return false;
    }
    response.resetBuffer();
    response.setStatus(status.value());
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    byte[] body = page.page(request, response, status, reference);
    SecurityHeaders.addTo(response);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(body.length);
    OutputStream out = response.getOutputStream();
    out.write(body);
    out.flush();
    return true;
  }

  private static String pathOf(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String path ? path : String.valueOf(request.getRequestURI());
  }

  private static boolean acceptsHtml(HttpServletRequest request) {
    List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
    try {
      return MediaType.parseMediaTypes(accepted).stream()
          .anyMatch(
              type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML) && type.getQualityValue() > 0);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
