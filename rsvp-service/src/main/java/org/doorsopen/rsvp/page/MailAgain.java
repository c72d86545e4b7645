package org.doorsopen.rsvp.page;

import org.doorsopen.identity.RsvpTokens.Purpose;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.jspecify.annotations.Nullable;

/**
 * The part of the status page that has the mail sent again which tells where the RSVP stands.
 *
 * @param hint what the button does, or what was done
 * @param button null where it was pressed just now
 */
record MailAgain(String action, String hint, @Nullable String button) {

  /** Null where no mail tells of a seat or a place, or the token is one that others see. */
  static @Nullable MailAgain of(
      AccessGrant grant, RsvpStatus status, boolean mailing, Speech speech) {
    if (!status.status().stands() || grant.purpose() == Purpose.CALENDAR) {
      return null;
    }
    String action = "/rsvps/" + status.rsvpId() + "/mail";
    return mailing
        ? new MailAgain(action, speech.say("rsvp.mail.done"), null)
        : new MailAgain(action, speech.say("rsvp.mail.hint"), speech.say("rsvp.mail"));
  }
}
