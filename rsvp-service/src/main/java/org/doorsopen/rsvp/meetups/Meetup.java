package org.doorsopen.rsvp.meetups;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A published meetup as the API shows it.
 *
 * @param version 1 is the first publication
 * @param publishedAt when this version was published
 * @param contents appear beside the other components in JSON, not below one of their own
 */
public record Meetup(
    String meetupId,
    int version,
    MeetupStatus status,
    Instant publishedAt,
    @JsonUnwrapped PublishedMeetup contents,
    Seats seats) {

  /**
   * @param capacity of the latest publication
   * @param confirmed seats, after the latest decision
   * @param waitlisted parties, after the latest decision
   * @param kept of the seats that nobody has, those that organizers give by hand; not in JSON where
   *     there are none
   */
  public record Seats(
      int capacity,
      int confirmed,
      int waitlisted,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int kept) {

    public Seats(int capacity, int confirmed, int waitlisted) {
      this(capacity, confirmed, waitlisted, 0);
    }

    /** The seats that an RSVP may get; negative where more are confirmed than there are. */
    public int free() {
      return capacity - confirmed - kept;
    }
  }

  /** For lists: without the texts that may be long. */
  public Meetup inShort() {
    return new Meetup(meetupId, version, status, publishedAt, contents.inShort(), seats);
  }

  public boolean cancelled() {
    return status == MeetupStatus.CANCELLED;
  }
}
