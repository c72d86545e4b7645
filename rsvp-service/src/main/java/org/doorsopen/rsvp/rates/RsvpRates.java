package org.doorsopen.rsvp.rates;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.doorsopen.web.problems.TooManyRequests;
import org.doorsopen.web.rates.Buckets;
import org.doorsopen.web.rates.HeldBack;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How often what costs much may be asked for about one RSVP, with a token that is right: each time
 * the database is read for it.
 */
@Component
public class RsvpRates {

  /**
   * Clients that begin to follow it live, at once or in an hour: a page on five devices that each
   * come again every half a minute, as browsers do while their connection breaks.
   */
  static final int LISTENING = 600;

  /** Wishes to be told what is held, of which one an hour leads to a mail. */
  static final int EXPORTS = 10;

  private final Buckets listening;
  private final Buckets exports;
  private final HeldBack heldBack;

  @Autowired
  RsvpRates(HeldBack heldBack) {
    this(heldBack, TimeMeter.SYSTEM_NANOTIME);
  }

  RsvpRates(HeldBack heldBack, TimeMeter time) {
    this.listening = new Buckets(RateSettings.hourly(LISTENING), time);
    this.exports = new Buckets(RateSettings.hourly(EXPORTS), time);
    this.heldBack = heldBack;
  }

  /**
   * Counts one more client that begins to listen.
   *
   * @throws TooManyRequests if there were too many
   */
  public void countListening(String rsvpId) {
    count(listening, "live", rsvpId, "This RSVP is followed again and again. Please wait.");
  }

  /**
   * Counts one more wish to be told what is held.
   *
   * @throws TooManyRequests if there were too many
   */
  public void countExport(String rsvpId) {
    count(exports, "exports", rsvpId, "That was asked for again and again. Please wait.");
  }

  private void count(Buckets buckets, String limit, String rsvpId, String words) {
    Duration wait = buckets.take(rsvpId);
    if (!wait.isZero()) {
      heldBack.count(limit);
      throw new TooManyRequests(words, wait);
    }
  }
}
