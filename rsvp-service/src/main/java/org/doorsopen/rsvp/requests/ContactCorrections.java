package org.doorsopen.rsvp.requests;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.rates.ChangeRates;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.Agreement;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.web.problems.TooManyRequests;
import org.doorsopen.web.problems.Unavailable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/**
 * Corrects name and language of a person. The corrected contact takes the place of the first one,
 * under the same key, so the first one is compacted away.
 */
@Service
public class ContactCorrections {

  private final RsvpLog log;
  private final RsvpRequests requests;
  private final Contacts contacts;
  private final RsvpStatuses statuses;
  private final ChangeRates rates;
  private final InstantSource clock;

  ContactCorrections(
      RsvpLog log,
      RsvpRequests requests,
      Contacts contacts,
      RsvpStatuses statuses,
      ChangeRates rates,
      InstantSource clock) {
    this.log = log;
    this.requests = requests;
    this.contacts = contacts;
    this.statuses = statuses;
    this.rates = rates;
    this.clock = clock;
  }

  /**
   * Writes the corrected contact; nothing if it reads as before.
   *
   * @param grant by the token of a mail: otherwise a stranger could rename the person whose address
   *     was typed
   * @param correction of the contact as it is known
   * @throws ResponseStatusException as 409 if the RSVP is over, or its contact erased or not read
   *     yet
   * @throws TooManyRequests if the RSVP was changed too often
   */
  public void correct(
      AccessGrant grant,
      Function<Contacts.Details, ContactCorrection> correction,
      Traceparent trace) {
    RsvpKey rsvp = grant.rsvp();
    Contacts.Details known =
        contacts.detailsOf(rsvp.rsvpId()).orElseThrow(ContactCorrections::nothingToCorrect);
    if (statuses.of(rsvp).isOver()) {
      throw nothingToCorrect();
    }
    ContactCorrection wanted = correction.apply(known);
    Contacts.Details corrected = known.with(wanted.name(), wanted.locale());
    if (corrected.equals(known)) {
      return;
    }
    rates.count(rsvp.rsvpId());
    try {
      requests.confirmAddress(rsvp, trace);
      log.correct(contact(rsvp, corrected), clock.instant().truncatedTo(ChronoUnit.MILLIS), trace);
    } catch (Unavailable e) {
      rates.giveBack(rsvp.rsvpId());
      throw e;
    }
  }

  /**
   * It keeps the time at which the contact was given: an erasure that was asked for meanwhile still
   * comes after it, and retention counts from there.
   */
  private static ContactProvided contact(RsvpKey rsvp, Contacts.Details details) {
    Contacts.Agreement agreement = details.agreement();
    return new ContactProvided(
        rsvp.rsvpId(),
        rsvp.meetupId(),
        details.name(),
        details.email(),
        details.locale(),
        details.receivedAt(),
        agreement == null ? null : new Agreement(agreement.url(), agreement.version()));
  }

  private static ResponseStatusException nothingToCorrect() {
    return new ResponseStatusException(
        HttpStatus.CONFLICT,
        "The RSVP is over, or has not arrived yet: there is nothing to correct.");
  }
}
