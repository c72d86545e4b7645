package org.doorsopen.rsvp.meetups;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A meetup as far as the read model knows it.
 *
 * @param recordedAt the timestamp of the schedules record; a request that relies on it is later
 */
public record Meetup(
    String meetupId,
    int version,
    MeetupStatus status,
    Instant publishedAt,
    @JsonUnwrapped PublishedMeetup contents,
    Seats seats,
    @JsonIgnore Instant recordedAt) {

  /**
   * @param capacity of the latest publication
   * @param confirmed seats, after the latest decision
   * @param waitlisted parties, after the latest decision
   */
  public record Seats(int capacity, int confirmed, int waitlisted) {}

  public boolean cancelled() {
    return status == MeetupStatus.CANCELLED;
  }
}
