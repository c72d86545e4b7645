package org.doorsopen.rsvp.meetups;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a meetup as the API shows them and as the read model keeps them, where all of it
 * is flat.
 */
public record PublishedMeetup(
    String title,
    @Nullable String summary,
    @Nullable String description,
    List<Host> hosts,
    @JsonUnwrapped Place place,
    @JsonUnwrapped Times times,
    @JsonUnwrapped Seating seating,
    @JsonUnwrapped Windows windows,
    @Nullable String codeOfConductUrl,
    List<Sponsor> sponsors,
    List<AgendaItem> agenda) {

  /**
   * @param online whether it takes place online, too, or only; the address is not for everybody
   */
  public record Place(@Nullable Venue venue, boolean online) {}

  /**
   * @param timeZone the IANA zone in which people read the times
   */
  public record Times(String timeZone, Instant startsAt, Instant endsAt) {}

  /**
   * @param waitlistCapacity in parties; null is unlimited, 0 is no waitlist
   * @param confirmWithin how long a party that has seats may take to confirm its address; null is
   *     for ever
   * @param reservedSeats of the seats, those that organizers give by hand
   */
  public record Seating(
      int capacity,
      int maxGuests,
      @Nullable Integer waitlistCapacity,
      @Nullable Duration confirmWithin,
      Integer reservedSeats) {

    /** Rows of earlier builds have no kept seats. */
    public Seating {
      reservedSeats = Objects.requireNonNullElse(reservedSeats, 0);
    }
  }

  public record Windows(Instant rsvpOpensAt, Instant rsvpClosesAt, Instant promotionsEndAt) {}

  /** For lists: without the texts that may be long. */
  public PublishedMeetup inShort() {
    return new PublishedMeetup(
        title,
        summary,
        null,
        hosts,
        place,
        times,
        seating,
        windows,
        codeOfConductUrl,
        sponsors,
        agenda.stream().map(AgendaItem::inShort).toList());
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
