package org.doorsopen.rsvp.meetups;

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
   */
  public record Seats(int capacity, int confirmed, int waitlisted) {}

  /** For lists: without the texts that may be long. */
  public Meetup inShort() {
    return new Meetup(meetupId, version, status, publishedAt, contents.inShort(), seats);
  }

  public boolean cancelled() {
    return status == MeetupStatus.CANCELLED;
  }
}
