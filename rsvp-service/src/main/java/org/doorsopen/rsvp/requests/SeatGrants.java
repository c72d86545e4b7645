package org.doorsopen.rsvp.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.doorsopen.identity.AttendeeIds;
import org.doorsopen.identity.RsvpIds;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.GrantReason;
import org.doorsopen.schemas.events.SeatGrantRequested;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Turns organizers' wishes to give seats by hand into events. Nothing is decided here. */
@Service
public class SeatGrants {

  private final RsvpLog log;
  private final RepeatedKeys keys;
  private final RsvpIds rsvpIds;
  private final AttendeeIds attendeeIds;
  private final InstantSource clock;

  SeatGrants(
      RsvpLog log,
      RepeatedKeys keys,
      RsvpIds rsvpIds,
      AttendeeIds attendeeIds,
      InstantSource clock) {
    this.log = log;
    this.keys = keys;
    this.rsvpIds = rsvpIds;
    this.attendeeIds = attendeeIds;
    this.clock = clock;
  }

  /**
   * A wish of an organizer.
   *
   * @param reserved whether kept seats are used first
   * @param organizer the name that is recorded
   * @param key the same wish with the same key counts once
   */
  public record Wish(boolean reserved, GrantReason reason, String organizer, String key) {}

  /**
   * Has an RSVP given its seats that waits or was declined.
   *
   * @return the id of the grant, under which its decision is found
   */
  public String give(RsvpKey rsvp, Wish wish, Traceparent trace) {
    String grantId = grantId(rsvp, wish);
    log.grant(
        new SeatGrantRequested(
            rsvp.rsvpId(),
            rsvp.meetupId(),
            grantId,
            null,
            0,
            wish.reserved(),
            wish.reason(),
            wish.organizer(),
            now()),
        trace);
    return grantId;
  }

  /**
   * @param grantId under which the decision is found
   */
  public record Added(RsvpKey rsvp, String grantId) {}

  /**
   * Adds a person, who need not confirm the address.
   *
   * @param person whose key does not count, but that of the wish
   * @throws ResponseStatusException if the key came before with other details, or its RSVP has
   *     ended
   */
  public Added add(String meetupId, NewRsvp person, Wish wish, Traceparent trace) {
    List<String> details =
        List.of(person.name(), person.email(), Integer.toString(person.guests()), person.locale());
    RsvpKey rsvp = new RsvpKey(rsvpIds.of(meetupId, person.email(), wish.key(), details), meetupId);
    String grantId = grantId(rsvp, wish);
    if (keys.check(rsvp)) {
      // All of it was written, and the name may have been corrected since.
      return new Added(rsvp, grantId);
    }
    Instant now = now();
    log.add(
        new ContactProvided(
            rsvp.rsvpId(), meetupId, person.name(), person.email(), person.locale(), now, null),
        new SeatGrantRequested(
            rsvp.rsvpId(),
            meetupId,
            grantId,
            attendeeIds.of(meetupId, person.email()),
            person.guests(),
            wish.reserved(),
            wish.reason(),
            wish.organizer(),
            now),
        trace);
    return new Added(rsvp, grantId);
  }

  /** Another wish, with the same key, is another grant. */
  private static String grantId(RsvpKey rsvp, Wish wish) {
    String words =
        String.join(
            "\n",
            rsvp.rsvpId(),
            wish.key(),
            wish.reason().name(),
            Boolean.toString(wish.reserved()));
    return UUID.nameUUIDFromBytes(words.getBytes(UTF_8)).toString();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
