package org.doorsopen.notification.letters.exports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.identity.EmailAddresses;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.contacts.Contacts;
import org.doorsopen.notification.exports.Exports;
import org.doorsopen.notification.exports.HeldElsewhere;
import org.doorsopen.notification.letters.exports.DataExport.OfRsvp;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailLog;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.recipients.Recipients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds to what rsvp-service holds about an address what this service holds. */
@Component
public class DataExports {

  private final Exports exports;
  private final Contacts contacts;
  private final Recipients recipients;
  private final Meetups meetups;
  private final MailLog mails;

  DataExports(
      Exports exports, Contacts contacts, Recipients recipients, Meetups meetups, MailLog mails) {
    this.exports = exports;
    this.contacts = contacts;
    this.recipients = recipients;
    this.meetups = meetups;
    this.mails = mails;
  }

  /**
   * The data that is held about the address that the mail goes to. An RSVP whose address is another
   * one, by the contact that this service has, is left out, whatever the request says: the mail
   * tells nobody of anybody else. Empty if what was asked for is not kept any more.
   */
  public Optional<DataExport> of(Mail mail, Contact.Known reader) {
    return exports
        .of(mail.rsvpId())
        .map(held -> of(held, EmailAddresses.normalize(reader.email())));
  }

  private DataExport of(HeldElsewhere held, String address) {
    List<String> ids = held.rsvps().stream().map(HeldElsewhere.Rsvp::rsvpId).toList();
    Map<String, Contact> known = contacts.of(ids);
    Map<String, Recipient> standing = recipients.find(ids);
    Map<String, Publication> published = meetups.latest(meetupsOf(held));
    Map<String, List<Mail>> queued =
        mails.ofRsvps(ids).stream().collect(Collectors.groupingBy(Mail::rsvpId));
    List<OfRsvp> rsvps =
        held.rsvps().stream()
            .flatMap(rsvp ->
                contactWith(address, known.get(rsvp.rsvpId()))
                    .map(contact ->
                        new OfRsvp(
                            rsvp,
                            contact,
                            standing.get(rsvp.rsvpId()),
                            titleOf(published.get(rsvp.meetupId())),
                            queued.getOrDefault(rsvp.rsvpId(), List.of()))))
            .toList();
    return new DataExport(rsvps, held.others());
  }

  private static Set<String> meetupsOf(HeldElsewhere held) {
    return held.rsvps().stream().map(HeldElsewhere.Rsvp::meetupId).collect(Collectors.toSet());
  }

  private static Stream<Contact.Known> contactWith(String address, @Nullable Contact contact) {
    return contact instanceof Contact.Known known
            && EmailAddresses.normalize(known.email()).equals(address)
        ? Stream.of(known)
        : Stream.empty();
  }

  private static @Nullable String titleOf(@Nullable Publication publication) {
    return publication == null ? null : publication.meetup().title();
  }
}
