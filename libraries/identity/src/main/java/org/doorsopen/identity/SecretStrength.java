package org.doorsopen.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds secrets that can be guessed. Every token is a text with its signature, so its holder can
 * try guesses without asking anybody; a secret of random characters passes always, whatever it is
 * made of.
 */
public final class SecretStrength {

  /** The least length of an organizer's password, in Unicode code points. */
  public static final int MIN_PASSWORD = 12;

  private static final int MIN_DIFFERENT = 8;
  private static final List<String> WELL_KNOWN =
      List.of(
          "password", "passwort", "changeme", "change-me", "letmein", "qwertyuiop", "asdfghjkl");

  private SecretStrength() {}

  /** Whether an organizer's password can be guessed because it has so few characters. */
  public static boolean isShort(String password) {
    return password.codePointCount(0, password.length()) < MIN_PASSWORD;
  }

  /** Why it can be guessed, as the end of a sentence about it; empty if it cannot. */
  public static Optional<String> weaknessOf(String secret) {
    if (secret.length() < DerivedKey.MIN_SECRET) {
      return Optional.of("has fewer than %d characters".formatted(DerivedKey.MIN_SECRET));
    }
    if (secret.codePoints().distinct().count() < MIN_DIFFERENT) {
      return Optional.of("has fewer than %d different characters".formatted(MIN_DIFFERENT));
    }
    if (repeatsItself(secret)) {
      return Optional.of("repeats its beginning");
    }
    if (runs(secret)) {
      return Optional.of("is mostly characters in their usual order");
    }
    return withoutWellKnownWords(secret).length() < DerivedKey.MIN_SECRET
        ? Optional.of("is hardly more than a word that everybody tries first")
        : Optional.empty();
  }

  private static boolean repeatsItself(String secret) {
    for (int length = 1; length <= secret.length() / 2; length++) {
      String beginning = secret.substring(0, length);
      if (beginning.repeat(secret.length() / length + 1).startsWith(secret)) {
        return true;
      }
    }
    return false;
  }

  /** As in "abcdefgh12345678" or "99887766": more steps of at most one than larger ones. */
  private static boolean runs(String secret) {
    int small = 0;
    for (int i = 1; i < secret.length(); i++) {
      small += Math.abs(secret.charAt(i) - secret.charAt(i - 1)) <= 1 ? 1 : 0;
    }
    return small * 2 > secret.length();
  }

  private static String withoutWellKnownWords(String secret) {
    String rest = secret.toLowerCase(Locale.ROOT);
    for (String word : WELL_KNOWN) {
      rest = rest.replace(word, "");
    }
    return rest;
  }
}
