package org.doorsopen.rsvp.embed;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The web component for pages of others, at an address that stays. Everybody may load it, as it is
 * the same for all; whose pages it can show something on is for {@link CorsSettings} to say.
 */
@Controller
@Hidden
class EmbedController {

  /** A fault that is mended reaches every page within an hour of use. */
  private static final String KEPT =
      "public, max-age=3600, stale-while-revalidate=604800, stale-if-error=604800";

  private final byte[] script = read("/assets/doors-meetup.js");
  private final String etag = "W/\"" + DigestUtils.md5DigestAsHex(script) + "\"";

  @GetMapping("/embed/doors-meetup.js")
  void component(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT);
    if (new ServletWebRequest(request, response).checkNotModified(etag)) {
      return;
    }
    response.setContentType("text/javascript;charset=UTF-8");
    response.setContentLength(script.length);
    response.getOutputStream().write(script);
  }

  private static byte[] read(String name) {
    try (InputStream file =
        Objects.requireNonNull(EmbedController.class.getResourceAsStream(name), name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
