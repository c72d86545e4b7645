package org.doorsopen.pages.evening;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.pages.words.LocalTimes;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the fragments of {@code look/evening.html} show: when and where an evening is, its
 * agenda, and whose it is.
 */
public final class EveningParts {

  private EveningParts() {}

  /**
   * @param from for programs, and for the reader's own time
   * @param zone by its name in the database
   */
  public record When(LocalTimes.Span span, String from, String to, String zone) {

    public static When of(Instant startsAt, Instant endsAt, ZoneId zone, LocalTimes times) {
      return new When(
          times.span(startsAt, endsAt, zone), startsAt.toString(), endsAt.toString(), zone.getId());
    }
  }

  /**
   * @param map where the place is on a map of another site
   * @param url of the place itself, or null
   */
  public record Place(String name, @Nullable String address, String map, @Nullable String url) {

    public static Place of(String name, @Nullable String address, @Nullable String url) {
      String map =
          "https://www.openstreetmap.org/search?query="
              + URLEncoder.encode(address == null ? name : address, StandardCharsets.UTF_8);
      return new Place(name, address, map, url);
    }
  }

  /**
   * When and where people meet.
   *
   * @param place null where the evening is online only
   * @param online a sentence that the evening is also, or only, online; null if it is not
   */
  public record Whereabouts(When when, @Nullable Place place, @Nullable String online) {}

  /**
   * @param iso the start, for programs
   * @param text the abstract in paragraphs
   * @param slides their address, or null
   * @param recording its address, or null
   */
  public record Item(
      String iso,
      String time,
      String title,
      List<Speaker> speakers,
      List<String> text,
      @Nullable String slides,
      @Nullable String recording) {}

  /**
   * @param from role and organization, or null
   */
  public record Speaker(String name, @Nullable String from) {

    public static Speaker of(String name, @Nullable String role, @Nullable String organization) {
      String both =
          Stream.of(role, organization).filter(Objects::nonNull).collect(Collectors.joining(", "));
      return new Speaker(name, both.isEmpty() ? null : both);
    }
  }

  /**
   * @param note what they give, or null
   */
  public record Named(String name, @Nullable String url, @Nullable String note) {}

  /** Of a text whose empty lines part them; empty if there is no text. */
  public static List<String> paragraphs(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("\\n\\s*\\n"))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
  }
}
