package org.doorsopen.notification.letters;

import java.util.List;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.delivery.Mail;
import org.doorsopen.notification.meetups.domain.Difference;
import org.doorsopen.notification.meetups.domain.Meetup;
import org.doorsopen.notification.meetups.domain.Standing;
import org.doorsopen.notification.recipients.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * All that there is to know for one mail.
 *
 * @param meetup as it is now; null only where an RSVP to an unknown one was declined
 * @param recipient null where the RSVP never had a seat or a place in line
 * @param position on the waitlist; null for who never waited
 * @param differences of the meetup to what the recipient was last told
 * @param notes the organizers' words, oldest first
 * @param link to the RSVP
 * @param unsubscribeUrl where reminders are stopped; null for all other mails
 */
record LetterContext(
    Mail mail,
    Contact.Known contact,
    @Nullable Meetup meetup,
    @Nullable Recipient recipient,
    @Nullable Integer position,
    List<Difference> differences,
    List<String> notes,
    String link,
    @Nullable String unsubscribeUrl) {

  String title(LocalizedText text) {
    return meetup == null ? text.say("unnamed") : meetup.title();
  }

  boolean hasSeat() {
    return recipient != null && recipient.standing() == Standing.CONFIRMED;
  }

  int seats() {
    return recipient == null ? 1 : recipient.seats();
  }

  /** On the waitlist, of who is known to wait. */
  int place() {
    return position == null ? 1 : position;
  }
}
