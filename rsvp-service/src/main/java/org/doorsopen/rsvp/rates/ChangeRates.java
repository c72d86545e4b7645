package org.doorsopen.rsvp.rates;

import java.time.Duration;
import org.doorsopen.web.problems.TooManyRequests;
import org.doorsopen.web.rates.Buckets;
import org.doorsopen.web.rates.HeldBack;
import org.springframework.stereotype.Component;

/**
 * How often one RSVP may be changed: as often in an hour as may be asked for seats under one
 * address, because each change is a mail to that address, and a few bytes that seat allocation
 * keeps.
 */
@Component
public class ChangeRates {

  private final Buckets byRsvp;
  private final HeldBack heldBack;

  ChangeRates(RateSettings settings, HeldBack heldBack) {
    this.byRsvp = new Buckets(RateSettings.hourly(settings.requestsPerAddress()));
    this.heldBack = heldBack;
  }

  /**
   * Counts a change.
   *
   * @throws TooManyRequests if there were too many
   */
  public void count(String rsvpId) {
    Duration wait = byRsvp.take(rsvpId);
    if (!wait.isZero()) {
      heldBack.count("changes");
      throw new TooManyRequests("This RSVP was changed too often. Please wait.", wait);
    }
  }

  /** A change that was counted could not be taken, and may be sent again. */
  public void giveBack(String rsvpId) {
    byRsvp.giveBack(rsvpId);
  }
}
