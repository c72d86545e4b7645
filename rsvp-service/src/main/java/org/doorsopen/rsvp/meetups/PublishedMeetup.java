package org.doorsopen.rsvp.meetups;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a meetup as the API shows them and as the read model keeps them.
 *
 * @param online whether it takes place online, too, or only; the address is not for everybody
 * @param timeZone the IANA zone in which people read the times
 * @param waitlistCapacity in parties; null is unlimited, 0 is no waitlist
 * @param confirmWithin how long a party that has seats may take to confirm its address; null is for
 *     ever
 * @param reservedSeats of the seats, those that organizers give by hand
 */
public record PublishedMeetup(
    String title,
    @Nullable String summary,
    @Nullable String description,
    List<Host> hosts,
    @Nullable Venue venue,
    boolean online,
    String timeZone,
    Instant startsAt,
    Instant endsAt,
    int capacity,
    int maxGuests,
    @Nullable Integer waitlistCapacity,
    @Nullable Duration confirmWithin,
    Instant rsvpOpensAt,
    Instant rsvpClosesAt,
    Instant promotionsEndAt,
    @Nullable String codeOfConductUrl,
    List<Sponsor> sponsors,
    List<AgendaItem> agenda,
    Integer reservedSeats) {

  /** Rows of earlier builds have no kept seats. */
  public PublishedMeetup {
    reservedSeats = Objects.requireNonNullElse(reservedSeats, 0);
  }

  /** For lists: without the texts that may be long. */
  public PublishedMeetup inShort() {
    return new PublishedMeetup(
        title,
        summary,
        null,
        hosts,
        venue,
        online,
        timeZone,
        startsAt,
        endsAt,
        capacity,
        maxGuests,
        waitlistCapacity,
        confirmWithin,
        rsvpOpensAt,
        rsvpClosesAt,
        promotionsEndAt,
        codeOfConductUrl,
        sponsors,
        agenda.stream().map(AgendaItem::inShort).toList(),
        reservedSeats);
  }

  public record Host(String name, @Nullable String url) {}

  public record Venue(String name, @Nullable String address, @Nullable String url) {}

  public record Sponsor(String name, @Nullable String contribution, @Nullable String url) {}

  /**
   * @param kind DOORS, REMARKS, TALK, BREAK or SOCIAL; UNKNOWN where a newer publisher has another
   * @param endsAt null where the announcement names no end
   * @param slidesUrl null until the organizers give it
   * @param recordingUrl null until the organizers give it
   */
  public record AgendaItem(
      String id,
      String kind,
      Instant startsAt,
      @Nullable Instant endsAt,
      String title,
      @JsonProperty("abstract") @Nullable String abstractText,
      List<Speaker> speakers,
      @Nullable String slidesUrl,
      @Nullable String recordingUrl) {

    AgendaItem inShort() {
      return new AgendaItem(
          id, kind, startsAt, endsAt, title, null, speakers, slidesUrl, recordingUrl);
    }
  }

  public record Speaker(String name, @Nullable String role, @Nullable String organization) {}
}
