package org.doorsopen.web.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address of a page of ours, as a path and perhaps a query, which may be given on to a browser
 * wherever it comes from: no browser leaves the site by following it.
 */
public record LocalPath(String value) {

  private static final int MAX_LENGTH = 2_000;

  public LocalPath {
    if (!isLocal(value)) {
      throw new IllegalArgumentException("Not a path of ours");
    }
  }

  /** Empty for anything that is no such path, and for the login and its end. */
  public static Optional<LocalPath> of(@Nullable String given) {
    return given == null || !isLocal(given) || isOfTheLogin(given)
        ? Optional.empty()
        : Optional.of(new LocalPath(given));
  }

  // A browser takes // and /\ for the beginning of a host, drops tabs and line feeds before it
  // looks, and makes // of /.// and the like.
  private static boolean isLocal(String given) {
    return given.startsWith("/")
        && given.length() <= MAX_LENGTH
        && given.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')
        && !pathOf(given).contains("//");
  }

  private static boolean isOfTheLogin(String given) {
    String path = pathOf(given);
    return path.matches("/(login|logout)([/;].*)?");
  }

  private static String pathOf(String given) {
    return given.split("[?#]", 2)[0];
  }
}
