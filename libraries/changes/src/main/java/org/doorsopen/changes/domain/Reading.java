package org.doorsopen.changes.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts, addresses and times as people read them. Two values with the same reading are the same to
 * everybody, so a change of one into the other is no change: not of a draft, not for a publication,
 * and not in a mail. What is stored and shown stays as it was written.
 */
public final class Reading {

  private static final Pattern LINE_END =
      Pattern.compile("\\r\\n|[\\r\\x0B\\f\\x85\\u2028\\u2029]");
  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t]+");
  private static final Pattern SPACE_AT_AN_END = Pattern.compile(" ?\\n ?");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  /**
   * Characters that show nothing: marks of width and direction, hyphens for the end of a line, and
   * the selectors of how an emoji is drawn. Joiners and the other selectors stay, because they
   * change how letters look, and overrides of the direction (U+202D, U+202E), because they change
   * the order.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\u00AD\\u034F\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202C\\u2060-\\u2064"
              + "\\u2066-\\u206F\\uFE0E\\uFE0F\\uFEFF]");

  /**
   * Characters of compatibility that look like the characters that they stand for: ligatures and
   * digraphs, the letters of Arabic in their shapes, dots, primes and hyphens, numerals of Rome.
   * All others, such as ² or Ａ, look different from 2 and A.
   */
  private static final Pattern LOOKS_LIKE_OTHERS =
      Pattern.compile(
          "[\\u00B5\\u0132\\u0133\\u0140\\u013F\\u0149\\u01C4-\\u01CC\\u01F1-\\u01F3\\u0587"
              + "\\u0675-\\u0678\\u0E33\\u0EB3\\u0EDC\\u0EDD\\u0F0C\\u0F77\\u0F79\\u1E9A\\u2011"
              + "\\u2024-\\u2026\\u2033\\u2034\\u2036\\u2037\\u203C\\u2047-\\u2049\\u2057\\u2103"
              + "\\u2109\\u2160-\\u217F\\uFB00-\\uFB06\\uFB13-\\uFB17\\uFB4F-\\uFDFB"
              + "\\uFE70-\\uFEFC]");

  private Reading() {}

  /**
   * A text with letters composed in one way (NFC, and {@link #LOOKS_LIKE_OTHERS}), one space
   * wherever there is space, none at the ends of lines, line feeds for line ends, and one empty
   * line at most. A missing text reads as an empty one.
   */
  public static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    if (isPlain(text)) {
      return text;
    }
    String lines = LINE_END.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("\n");
    String alike =
        LOOKS_LIKE_OTHERS
            .matcher(lines)
            .replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC))
            .replace('\u2010', '-');
    String composed = Normalizer.normalize(alike, Normalizer.Form.NFC);
    String spaced =
        SPACE_AT_AN_END.matcher(SPACES.matcher(composed).replaceAll(" ")).replaceAll("\n");
    return EMPTY_LINES.matcher(spaced).replaceAll("\n\n").strip();
  }

  /**
   * A web address that leads to the same page: scheme and host in lower case, without the port that
   * goes without saying, and with a path (RFC 3986, 6.2.2 and 6.2.3). The rest is for the server to
   * read, so it counts to the letter.
   */
  public static String ofAddress(@Nullable String address) {
    if (address == null) {
      return "";
    }
    try {
      URI uri = new URI(address.strip());
      return uri.getScheme() == null || uri.getHost() == null ? address.strip() : normalized(uri);
    } catch (URISyntaxException e) {
      return address.strip();
    }
  }

  /** Clocks are read in whole minutes. */
  public static @Nullable Instant of(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MINUTES);
  }

  /** Whether two texts read the same. */
  public static boolean same(@Nullable String one, @Nullable String other) {
    return Objects.equals(one, other) || of(one).equals(of(other));
  }

  /** Whether two web addresses lead to the same page. */
  public static boolean sameAddress(@Nullable String one, @Nullable String other) {
    return Objects.equals(one, other) || ofAddress(one).equals(ofAddress(other));
  }

  /** Whether two times are the same on a clock, in whichever offset they were given. */
  public static boolean same(@Nullable Instant one, @Nullable Instant other) {
    return Objects.equals(of(one), of(other));
  }

  /**
   * A short text that stands for others, for comparisons with one that is kept: the same if and
   * only if all of them read the same.
   */
  public static String digest(Collection<? extends @Nullable String> texts) {
    List<String> readings = texts.stream().map(Reading::of).toList();
    StringBuilder all = new StringBuilder();
    readings.forEach(text -> all.append(text.length()).append(':').append(text));
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Most texts need no work: visible characters that are one form only, and single spaces. */
  static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == ' ' ? before == ' ' : !hasOneForm(character)) {
        return false;
      }
      before = character;
    }
    return text.isEmpty() || before != ' ';
  }

  /**
   * Whether a character is composed, combines with none of the others here, and looks like no
   * other. That there are more of the kind does no harm.
   */
  private static boolean hasOneForm(char character) {
    return (character > ' ' && character <= '~')
        || (character >= '\u00c0' && character <= '\u0131') // letters of Europe
        || (character >= '\u0410' && character <= '\u044f') // of Russia
        || (character >= '\u3041' && character <= '\u3096') // hiragana
        || (character >= '\u30a1' && character <= '\u30fa') // katakana
        || (character >= '\u4e00' && character <= '\u9fa5') // ideographs
        || (character >= '\uac00' && character <= '\ud7a3') // syllables of Korea
        || character == '\u2013' // a dash
        || (character >= '\u2018' && character <= '\u201e'); // quotation marks
  }

  private static String normalized(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
    boolean goesWithoutSaying = uri.getPort() == -1 || uri.getPort() == usual;
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return scheme
        + "://"
        + Optional.ofNullable(uri.getRawUserInfo()).map(user -> user + "@").orElse("")
        + uri.getHost().toLowerCase(Locale.ROOT)
        + (goesWithoutSaying ? "" : ":" + uri.getPort())
        + path
        + Optional.ofNullable(uri.getRawQuery()).map(query -> "?" + query).orElse("")
        + Optional.ofNullable(uri.getRawFragment()).map(fragment -> "#" + fragment).orElse("");
  }
}
