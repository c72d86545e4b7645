package org.doorsopen.rsvp.requests.web;

import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.requests.Agreement;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares a code of conduct that somebody agreed to with the one that is published. */
@Component
class Agreements {

  static final String FIELD = "agreedTo";

  private final Meetups meetups;

  Agreements(Meetups meetups) {
    this.meetups = meetups;
  }

  /**
   * The agreement with the version of the meetup.
   *
   * @param agreedTo the address; null is no agreement, which programs need not ask for
   * @throws InvalidFields if it is not that of the meetup's code of conduct as it is published now
   */
  @Nullable Agreement check(String meetupId, @Nullable String agreedTo) {
    if (agreedTo == null) {
      return null;
    }
    Meetup meetup = meetups.find(meetupId).orElse(null);
    String published = meetup == null ? null : meetup.contents().codeOfConductUrl();
    if (meetup == null || published == null) {
      throw InvalidFields.of(FIELD, "must be left out: this meetup has no code of conduct");
    }
    if (!published.equals(agreedTo)) {
      throw InvalidFields.of(
          FIELD, "must be the codeOfConductUrl of the meetup, as it is published now");
    }
    return new Agreement(published, meetup.version());
  }
}
