package org.doorsopen.rsvp.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.rates.ChangeRates;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.PartyChangeRequested;
import org.doorsopen.web.problems.TooManyRequests;
import org.doorsopen.web.problems.Unavailable;
import org.springframework.stereotype.Service;

/** Turns wishes for other numbers of guests into events. Nothing is decided here. */
@Service
public class PartyRequests {

  private final RsvpLog log;
  private final RsvpRequests requests;
  private final ChangeRates rates;
  private final InstantSource clock;

  PartyRequests(RsvpLog log, RsvpRequests requests, ChangeRates rates, InstantSource clock) {
    this.log = log;
    this.requests = requests;
    this.rates = rates;
    this.clock = clock;
  }

  /**
   * Writes the wish, and before it that the address is confirmed, where the token shows so. An RSVP
   * that is over, or is by then, stays as it is.
   *
   * @return the id of the change, under which its decision is found; the same for the same number
   *     of guests with the same key
   * @throws TooManyRequests if the RSVP was changed too often
   */
  public String ask(AccessGrant grant, GuestsWish wish, Traceparent trace) {
    RsvpKey rsvp = grant.rsvp();
    rates.count(rsvp.rsvpId());
    String changeId = changeId(rsvp, wish);
    try {
      if (grant.confirmsTheAddress()) {
        requests.confirmAddress(rsvp, trace);
      }
      log.change(
          new PartyChangeRequested(
              rsvp.rsvpId(),
              rsvp.meetupId(),
              changeId,
              wish.guests(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS)),
          trace);
    } catch (Unavailable e) {
      rates.giveBack(rsvp.rsvpId());
      throw e;
    }
    return changeId;
  }

  /** At random where there is no key. */
  public static String changeId(RsvpKey rsvp, GuestsWish wish) {
    String key = wish.idempotencyKey();
    String words = rsvp.rsvpId() + '\n' + wish.guests() + '\n' + key;
    UUID id = key == null ? UUID.randomUUID() : UUID.nameUUIDFromBytes(words.getBytes(UTF_8));
    return id.toString();
  }
}
