package org.doorsopen.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Requests that may change something (RFC 9110, section 9.2.1). */
public final class UnsafeRequests {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private UnsafeRequests() {}

  public static boolean isUnsafe(HttpServletRequest request) {
    return !SAFE_METHODS.contains(request.getMethod());
  }
}
