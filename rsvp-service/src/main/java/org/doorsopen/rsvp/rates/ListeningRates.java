package org.doorsopen.rsvp.rates;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.doorsopen.web.problems.TooManyRequests;
import org.doorsopen.web.rates.Buckets;
import org.doorsopen.web.rates.HeldBack;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How often an RSVP may be begun to be followed live. A browser whose connection breaks comes again
 * after seconds, and only while it does; a client that does nothing but connect would have the
 * database read for it each time.
 */
@Component
public class ListeningRates {

  /** At once or in an hour: a page on five devices that each come again every half a minute. */
  static final int PER_HOUR = 600;

  private final Buckets byRsvp;
  private final HeldBack heldBack;

  @Autowired
  ListeningRates(HeldBack heldBack) {
    this(heldBack, TimeMeter.SYSTEM_NANOTIME);
  }

  ListeningRates(HeldBack heldBack, TimeMeter time) {
    this.byRsvp = new Buckets(RateSettings.hourly(PER_HOUR), time);
    this.heldBack = heldBack;
  }

  /**
   * Counts one more client that begins to listen, whose token was right.
   *
   * @throws TooManyRequests if there were too many
   */
  public void count(String rsvpId) {
    Duration wait = byRsvp.take(rsvpId);
    if (!wait.isZero()) {
      heldBack.count("live");
      throw new TooManyRequests("This RSVP is followed again and again. Please wait.", wait);
    }
  }
}
