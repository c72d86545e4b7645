package org.doorsopen.identity;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that all keys are derived from, the same in every service.
 *
 * @param present signs everything that is issued
 * @param before the one before it, if links that it signed are still out; it signs nothing new
 * @param ids of attendees and RSVPs: it outlives the others, because people would be strangers
 *     under another one
 */
public record Secrets(String present, @Nullable String before, String ids) {

  /** One for everything, as it is until somebody rotates it. */
  public static Secrets of(String secret) {
    return new Secrets(secret, null, secret);
  }

  /** Keys of one purpose, the one that signs first. */
  List<DerivedKey> keys(String purpose) {
    return Stream.of(present, before)
        .filter(secret -> secret != null)
        .map(secret -> new DerivedKey(secret, purpose))
        .toList();
  }

  /** Without them, so that it may be logged. */
  @Override
  public String toString() {
    return "Secrets[]";
  }
}
