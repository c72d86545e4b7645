package org.doorsopen.rsvp.attendees.web;

import java.util.UUID;
import org.doorsopen.rsvp.requests.NewRsvp;
import org.doorsopen.rsvp.requests.SeatGrants.Wish;
import org.doorsopen.rsvp.requests.web.NewRsvpReader;
import org.doorsopen.schemas.events.GrantReason;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * An organizer's wish to give seats by hand, as programs send it.
 *
 * @param reserved whether kept seats are used first
 * @param key the Idempotency-Key, or one of this wish alone
 */
record GrantWish(Why reason, boolean reserved, String key) {

  /** The reasons that organizers may give. */
  enum Why {
    SPEAKER,
    HOST,
    SPONSOR,
    HELPER,
    OTHER;

    GrantReason recorded() {
      return switch (this) {
        case SPEAKER -> GrantReason.SPEAKER;
        case HOST -> GrantReason.HOST;
        case SPONSOR -> GrantReason.SPONSOR;
        case HELPER -> GrantReason.HELPER;
        case OTHER -> GrantReason.OTHER;
      };
    }
  }

  /**
   * @param organizer the name that is recorded
   */
  Wish of(String organizer) {
    return new Wish(reserved, reason.recorded(), organizer, key);
  }

  private static GrantWish read(Fields body, HttpHeaders headers) {
    String key = NewRsvpReader.key(body, headers);
    return new GrantWish(
        body.choice(GrantForm.REASON, Why.class),
        body.flag(GrantForm.RESERVED),
        key == null ? UUID.randomUUID().toString() : key);
  }

  @Component
  static final class Reader implements BodyReader<GrantWish> {
    @Override
    public GrantWish read(Fields body, HttpHeaders headers) {
      return GrantWish.read(body, headers);
    }
  }

  /** The same for a person who is added by it. */
  record OfAPerson(NewRsvp person, GrantWish wish) {

    @Component
    static final class Reader implements BodyReader<OfAPerson> {
      @Override
      public OfAPerson read(Fields body, HttpHeaders headers) {
        NewRsvp person = NewRsvpReader.person(body, headers);
        return new OfAPerson(person, GrantWish.read(body, headers));
      }
    }
  }
}
