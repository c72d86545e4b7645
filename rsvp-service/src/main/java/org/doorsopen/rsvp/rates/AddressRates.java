package org.doorsopen.rsvp.rates;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.doorsopen.identity.MailboxIds;
import org.doorsopen.web.problems.TooManyRequests;
import org.doorsopen.web.rates.Buckets;
import org.doorsopen.web.rates.HeldBack;
import org.doorsopen.web.rates.Network;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How often somebody may ask for seats under one e-mail address. The answer does not depend on
 * whether the address is known, and nobody can keep the owner of an address from asking: a network
 * that has asked less than a few times is judged by itself.
 */
@Component
public class AddressRates {

  private static final int JUDGED_BY_ITSELF = 3;
  private static final int NETWORKS = 3;

  private final Buckets byNetworkAndAddress;
  private final Buckets byAddress;
  private final int perAddress;
  private final MailboxIds mailboxIds;
  private final HeldBack heldBack;

  @Autowired
  AddressRates(RateSettings settings, MailboxIds mailboxIds, HeldBack heldBack) {
    this(settings, mailboxIds, heldBack, TimeMeter.SYSTEM_NANOTIME);
  }

  AddressRates(RateSettings settings, MailboxIds mailboxIds, HeldBack heldBack, TimeMeter time) {
    this.perAddress = settings.requestsPerAddress();
    this.byNetworkAndAddress = new Buckets(RateSettings.hourly(perAddress), time);
    this.byAddress = new Buckets(RateSettings.hourly(NETWORKS * perAddress), time);
    this.mailboxIds = mailboxIds;
    this.heldBack = heldBack;
  }

  /**
   * Counts a request.
   *
   * @param from the address that the request comes from
   * @throws TooManyRequests if there were too many
   */
  public void count(String from, String email) {
    String mailbox = mailboxIds.of(email);
    String pair = pair(from, mailbox);
    Duration own = byNetworkAndAddress.take(pair);
    Duration all = byAddress.take(mailbox);
    boolean byItself = byNetworkAndAddress.left(pair) >= perAddress - JUDGED_BY_ITSELF;
    Duration wait = byItself || own.compareTo(all) > 0 ? own : all;
    if (!wait.isZero()) {
      heldBack.count("addresses");
      throw new TooManyRequests(
          "Too many RSVPs were asked for under this e-mail address. Please wait.", wait);
    }
  }

  /** A request that was counted could not be taken, and may be sent again. */
  public void giveBack(String from, String email) {
    String mailbox = mailboxIds.of(email);
    byNetworkAndAddress.giveBack(pair(from, mailbox));
    byAddress.giveBack(mailbox);
  }

  private static String pair(String from, String mailbox) {
    return Network.of(from) + " " + mailbox;
  }
}
