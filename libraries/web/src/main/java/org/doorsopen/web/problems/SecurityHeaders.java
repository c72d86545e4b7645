package org.doorsopen.web.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Headers that every answer has, for those that Spring Security never sees: what Tomcat refuses
 * itself. Where something has set one already, that stays.
 */
public final class SecurityHeaders {

  /** Nothing may be loaded, framed, sent or based elsewhere; a page has a policy of its own. */
  public static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The powers that a page could ask a browser for, and none of ours does. */
  public static final String PERMISSIONS =
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

  private static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy", POLICY,
          "Permissions-Policy", PERMISSIONS,
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Cache-Control", "no-store");

  private SecurityHeaders() {}

  /** For an answer that has no headers yet. */
  public static void forEach(BiConsumer<String, String> header) {
    ALL.forEach(header);
  }

  public static void addTo(HttpServletResponse response) {
    ALL.forEach((name, value) -> {
      if (!response.containsHeader(name)) {
        response.setHeader(name, value);
      }
    });
  }
}
