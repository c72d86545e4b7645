package org.doorsopen.schedule.meetups.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When RSVPs are taken and people promoted (seat rule 7); null where the organizer did not say. */
public record Windows(
    @Nullable Instant rsvpOpensAt,
    @Nullable Instant rsvpClosesAt,
    @Nullable Instant promotionsEndAt) {

  /** No window is given. */
  public static final Windows UNSET = new Windows(null, null, null);

  Windows withDefaults(Instant firstPublishedAt, Instant startsAt) {
    return new Windows(
        rsvpOpensAt == null ? firstPublishedAt : rsvpOpensAt,
        rsvpClosesAt == null ? startsAt : rsvpClosesAt,
        promotionsEndAt == null ? startsAt : promotionsEndAt);
  }
}
