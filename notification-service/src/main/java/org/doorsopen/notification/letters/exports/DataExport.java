package org.doorsopen.notification.letters.exports;

import java.util.List;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.exports.HeldElsewhere;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.recipients.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is held about the address of a mail, for that mail alone.
 *
 * @param rsvps the newest first
 * @param others how many more RSVPs of the address there are
 */
public record DataExport(List<OfRsvp> rsvps, int others) {

  /**
   * @param elsewhere rsvp-service's part
   * @param contact which both services hold
   * @param recipient where this service believes that the RSVP stands; null if it never had a seat
   *     or a place in line
   * @param meetup its title; null where this service does not know it
   * @param mails that were queued for it, the newest first
   */
  public record OfRsvp(
      HeldElsewhere.Rsvp elsewhere,
      Contact.Known contact,
      @Nullable Recipient recipient,
      @Nullable String meetup,
      List<Mail> mails) {}
}
