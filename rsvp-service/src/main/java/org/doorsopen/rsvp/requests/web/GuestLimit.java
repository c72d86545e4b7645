package org.doorsopen.rsvp.requests.web;

import java.util.List;
import java.util.Optional;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.readmodel.Freshness;
import org.doorsopen.schemas.Topics;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;
import org.springframework.stereotype.Component;

/**
 * Refuses a party with more guests than the meetup admits at once, rather than by a mail to an
 * address that anybody may have typed. It is refused only by the schedule as it is now: where the
 * read model is behind, or Kafka does not say, seat allocation decides.
 */
@Component
public class GuestLimit {

  private final Meetups meetups;
  private final Freshness freshness;

  GuestLimit(Meetups meetups, Freshness freshness) {
    this.meetups = meetups;
    this.freshness = freshness;
  }

  /**
   * @throws InvalidFields if there are too many
   */
  public void check(String meetupId, int guests) {
    if (exceeded(meetupId, guests).isPresent() && freshness.hasReadAllOf(Topics.SCHEDULES)) {
      exceeded(meetupId, guests)
          .ifPresent(most -> {
            throw new InvalidFields(List.of(new FieldError("guests", message(most))));
          });
    }
  }

  /** How many there may be, if these are too many. */
  private Optional<Integer> exceeded(String meetupId, int guests) {
    return guests == 0
        ? Optional.empty()
        : meetups.maxGuests(meetupId).filter(most -> guests > most);
  }

  private static String message(int most) {
    return most == 0
        ? "must be 0: nobody may bring guests to this meetup"
        : "must be at most " + most + ", as many as one may bring to this meetup";
  }
}
