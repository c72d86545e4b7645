package org.doorsopen.identity.origins;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origins of pages that are not ours and may read what everybody may, and ask for seats (CORS,
 * in the Fetch standard). A browser reads an answer to such a page only if the answer names its
 * origin, so errors have to name it as well: a page could not say otherwise what went wrong.
 *
 * <p>Nothing here lets a page use what a browser adds by itself, such as cookies and logins: there
 * is no {@code Access-Control-Allow-Credentials}.
 *
 * @param origins as browsers write them: in lower case, without a usual port
 */
public record OtherOrigins(Set<String> origins) {

  public static final OtherOrigins NONE = new OtherOrigins(Set.of());

  public static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  /** Two hours are the most that browsers keep it for. */
  private static final String KEPT_SECONDS = "7200";

  private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+|\\[[0-9a-f:.]+]");

  public OtherOrigins {
    origins = Set.copyOf(origins);
  }

  /**
   * @param typed a slash at the end and blanks around do no harm; an empty one counts for none
   * @throws IllegalArgumentException naming the first one that is no origin
   */
  public static OtherOrigins of(Collection<String> typed) {
    Set<String> origins = new TreeSet<>();
    typed.stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .forEach(text -> origins.add(origin(text)));
    return new OtherOrigins(origins);
  }

  /** The same from one text with commas between them. */
  public static OtherOrigins of(String typed) {
    return of(Arrays.asList(typed.split(",")));
  }

  public boolean isEmpty() {
    return origins.isEmpty();
  }

  /**
   * @param origin of a request, as its header says; null for none
   */
  public boolean isNamed(@Nullable String origin) {
    return origin != null && origins.contains(origin);
  }

  /** Headers with which a page may read an answer, and those of the answer that matter to it. */
  public static Map<String, String> ofAnAnswer(String origin) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ALLOW_ORIGIN, origin);
    headers.put("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After");
    return headers;
  }

  /**
   * Headers of the answer to the question whether a request may be sent at all.
   *
   * @param methods as {@code Access-Control-Allow-Methods} has them
   */
  public static Map<String, String> ofAPreflight(String origin, String methods) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ALLOW_ORIGIN, origin);
    headers.put("Access-Control-Allow-Methods", methods);
    headers.put(
        "Access-Control-Allow-Headers",
        "Accept, Content-Type, Idempotency-Key, If-None-Match, traceparent");
    headers.put("Access-Control-Max-Age", KEPT_SECONDS);
    return headers;
  }

  private static String origin(String typed) {
    try {
      URI address = new URI(typed.toLowerCase(Locale.ROOT));
      String scheme = String.valueOf(address.getScheme());
      String host = String.valueOf(address.getHost());
      boolean isOrigin =
          scheme.matches("https?")
              && HOST.matcher(host).matches()
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getPort() <= 65_535
              && Set.of("", "/").contains(address.getRawPath())
              && address.getRawQuery() == null
              && address.getRawFragment() == null;
      if (isOrigin) {
        boolean usual = address.getPort() < 0 || address.getPort() == usualPort(scheme);
        return scheme + "://" + host + (usual ? "" : ":" + address.getPort());
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "'%s' is not an origin like https://community.example.org, of letters of ASCII and without a path"
            .formatted(typed));
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }
}
