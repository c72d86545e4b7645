package org.doorsopen.notification.letters;

import java.util.List;
import org.doorsopen.changes.domain.Difference;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.letters.exports.DataExport;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.messages.Message;
import org.doorsopen.notification.recipients.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the letter of one mail is written from.
 *
 * @param meetup as it is now; null only if an RSVP was declined because the meetup is unknown
 * @param recipient null if the RSVP never had a seat or a place in line
 * @param position on the waitlist; null if the recipient was never on it
 * @param export what is held about the address; null for mails that do not tell it
 * @param message what the organizers wrote, in the reader's language as far as it is there; null
 *     for all other mails
 */
record LetterContext(
    Mail mail,
    Contact.Known contact,
    @Nullable Meetup meetup,
    @Nullable Recipient recipient,
    @Nullable Integer position,
    News news,
    Links links,
    @Nullable DataExport export,
    Message.@Nullable Text message) {

  LetterContext(
      Mail mail,
      Contact.Known contact,
      @Nullable Meetup meetup,
      @Nullable Recipient recipient,
      @Nullable Integer position,
      News news,
      Links links) {
    this(mail, contact, meetup, recipient, position, news, links, null, null);
  }

  LetterContext with(DataExport held) {
    return new LetterContext(
        mail, contact, meetup, recipient, position, news, links, held, message);
  }

  LetterContext with(Message.Text written) {
    return new LetterContext(
        mail, contact, meetup, recipient, position, news, links, export, written);
  }

  /**
   * The news since then.
   *
   * @param differences between the meetup that the recipient was last told and the meetup now
   * @param notes the organizers' words, oldest first
   */
  record News(List<Difference> differences, List<String> notes) {

    static final News NONE = new News(List.of(), List.of());
  }

  /**
   * @param rsvp where the RSVP is seen and cancelled; in the mail about an erasure, where that is
   *     done
   * @param calendar where the RSVP is seen: others may see a calendar, too
   * @param unsubscribe where reminders are stopped; null for all other mails
   */
  record Links(String rsvp, String calendar, @Nullable String unsubscribe) {

    /** The button on the page of the RSVP that cancels it: a link changes nothing by itself. */
    String cancel() {
      return rsvp + "#cancel";
    }
  }

  String title(LocalizedText text) {
    return meetup == null ? text.say("unnamed") : meetup.title();
  }

  /** Organizers may still write when it is over: thanks, and where the slides are. */
  boolean isAfterwards() {
    return message != null && meetup != null && meetup.isOver(mail.times().occurredAt());
  }

  boolean hasSeat() {
    return recipient != null && recipient.standing() == Standing.CONFIRMED;
  }

  int seats() {
    return recipient == null ? 1 : recipient.seats();
  }

  /** The position on the waitlist, for mails to people who are on it. */
  int place() {
    return position == null ? 1 : position;
  }
}
