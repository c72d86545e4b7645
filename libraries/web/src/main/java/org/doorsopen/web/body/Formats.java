package org.doorsopen.web.body;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns text into values, or says how to mend a text that cannot be one. */
final class Formats {

  /** Of every text that is turned into a value, in code points. */
  static final int MAX_LENGTH = 2_000;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2200-01-01T00:00:00Z");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private Formats() {}

  sealed interface Parsed<T> {
    record Good<T>(T value) implements Parsed<T> {}

    record Wrong<T>(String message) implements Parsed<T> {}
  }

  /**
   * @param zone whose clocks have to show the time that was given with an offset; null for none
   */
  static Parsed<Instant> instant(String text, @Nullable ZoneId zone) {
    OffsetDateTime given;
    try {
      given = OffsetDateTime.parse(text, ISO);
    } catch (DateTimeException e) {
      return new Parsed.Wrong<>(
          "must be a time in ISO 8601 with an offset or Z, such as 2026-03-05T18:00:00+01:00");
    }
    Instant instant = given.toInstant().truncatedTo(ChronoUnit.MILLIS);
    if (instant.isBefore(FROM) || !instant.isBefore(TO)) {
      return new Parsed.Wrong<>("must be in the years 2000 to 2199");
    }
    boolean isZ = text.endsWith("Z") || text.endsWith("z");
    String fault = zone == null ? null : ClockRules.faultOf(given, isZ, zone);
    return fault == null ? new Parsed.Good<>(instant) : new Parsed.Wrong<>(fault);
  }

  static Parsed<Duration> duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      return duration.getNano() == 0
          ? new Parsed.Good<>(duration)
          : new Parsed.Wrong<>("must be in whole seconds");
    } catch (DateTimeException e) {
      return new Parsed.Wrong<>("must be a duration in ISO 8601, such as PT24H");
    }
  }

  static Parsed<ZoneId> zone(String text) {
    if (ZONES.contains(text)) {
      return new Parsed.Good<>(ZoneId.of(text));
    }
    return new Parsed.Wrong<>(
        ZONES.stream()
            .filter(text::equalsIgnoreCase)
            .findFirst()
            .map("must be spelled %s"::formatted)
            .orElse("must be an IANA time zone, such as Europe/Berlin"));
  }

  static Parsed<String> url(String text) {
    return isWebAddress(text)
        ? new Parsed.Good<>(text)
        : new Parsed.Wrong<>("must be a whole web address, such as https://example.org/evening");
  }

  static <E extends Enum<E>> Parsed<E> constant(String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return new Parsed.Good<>(constant);
      }
    }
    return new Parsed.Wrong<>(
        "must be one of "
            + Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(", ")));
  }

  private static boolean isWebAddress(String text) {
    try {
      var address = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme());
      return web && hasHost(address);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return false;
    }
  }

  // java.net.URI sees no host in an international name, such as münchen.example, as it is typed.
  private static boolean hasHost(URI address) throws URISyntaxException {
    if (address.getHost() != null || address.getRawAuthority() == null) {
      return address.getHost() != null;
    }
    return new URI("https://" + IDN.toASCII(address.getRawAuthority())).getHost() != null;
  }
}
