package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.notification.announcements.Meetups;
import org.doorsopen.notification.announcements.Publication;
import org.doorsopen.notification.announcements.Recipient;
import org.doorsopen.notification.announcements.Recipients;
import org.doorsopen.notification.announcements.Recipients.Telling;
import org.doorsopen.notification.calendar.CalendarEntry.Method;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.contacts.Contacts;
import org.doorsopen.notification.delivery.Composer;
import org.doorsopen.notification.delivery.Mail;
import org.doorsopen.notification.delivery.MissedReasons;
import org.doorsopen.notification.delivery.OutgoingMail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes mails of what is known when they are sent: nothing that was written is ever stored. */
@Component
class MailComposer implements Composer {

  private final Contacts contacts;
  private final Meetups meetups;
  private final Recipients recipients;
  private final Usefulness usefulness;
  private final Occasions occasions;
  private final LetterWriter writer;
  private final LetterTemplates templates;
  private final Invitations invitations;

  MailComposer(
      Contacts contacts,
      Meetups meetups,
      Recipients recipients,
      Usefulness usefulness,
      Occasions occasions,
      LetterWriter writer,
      LetterTemplates templates,
      Invitations invitations) {
    this.contacts = contacts;
    this.meetups = meetups;
    this.recipients = recipients;
    this.usefulness = usefulness;
    this.occasions = occasions;
    this.writer = writer;
    this.templates = templates;
    this.invitations = invitations;
  }

  @Override
  public List<Composition> compose(List<Mail> mails, Instant now) {
    Known known = known(mails);
    List<Draft> drafts = mails.stream().map(mail -> draft(mail, known, now)).toList();
    Map<String, Integer> sequences =
        recipients.telling(
            drafts.stream().flatMap(draft -> Stream.ofNullable(draft.telling())).toList());
    return drafts.stream().map(draft -> composition(draft, sequences, now)).toList();
  }

  /** What was known of all mails at one time. */
  private record Known(
      Map<String, Contact> contacts,
      Map<String, Publication> meetups,
      Map<String, Recipient> recipients) {}

  private Known known(List<Mail> mails) {
    Set<String> rsvpIds = mails.stream().map(Mail::rsvpId).collect(Collectors.toSet());
    Set<String> meetupIds =
        mails.stream().map(Mail::meetupId).collect(Collectors.toCollection(TreeSet::new));
    meetups.lockShared(meetupIds);
    return new Known(contacts.of(rsvpIds), meetups.latest(meetupIds), recipients.find(rsvpIds));
  }

  /** What becomes of a mail: an occasion that is written, or a reason why it is not. */
  private record Draft(
      @Nullable Occasion occasion, @Nullable Telling telling, @Nullable Composition otherwise) {

    static Draft none(Composition composition) {
      return new Draft(null, null, composition);
    }
  }

  private Draft draft(Mail mail, Known known, Instant now) {
    return switch (known.contacts().getOrDefault(mail.rsvpId(), new Contact.Awaited())) {
      case Contact.Awaited _ -> Draft.none(new Composition.NotYet());
      case Contact.Erased _ -> Draft.none(new Composition.TooLate(MissedReasons.ERASED));
      case Contact.Known contact ->
          draft(
              mail,
              contact,
              known.meetups().get(mail.meetupId()),
              known.recipients().get(mail.rsvpId()),
              now);
    };
  }

  private Draft draft(
      Mail mail,
      Contact.Known contact,
      @Nullable Publication latest,
      @Nullable Recipient recipient,
      Instant now) {
    if (latest == null) {
      return mail.scheduleVersion() > 0
          ? Draft.none(new Composition.NotYet())
          : new Draft(occasions.unknownMeetup(mail, contact), null, null);
    }
    if (latest.version() < mail.scheduleVersion()) {
      return Draft.none(new Composition.NotYet());
    }
    String tooLate = usefulness.whyNot(mail, latest, recipient, now);
    if (tooLate != null) {
      return Draft.none(new Composition.TooLate(tooLate));
    }
    return occasions
        .of(mail, contact, latest, recipient)
        .map(occasion -> new Draft(occasion, telling(occasion, latest), null))
        .orElseGet(() -> Draft.none(new Composition.NothingToTell()));
  }

  private static @Nullable Telling telling(Occasion occasion, Publication latest) {
    Mail mail = occasion.mail();
    Method method = Invitations.method(occasion);
    boolean tells = mail.kind().tellsTheMeetup();
    return method == null && !tells
        ? null
        : new Telling(
            mail.rsvpId(),
            tells ? mail.id() : null,
            latest.version(),
            method == null ? null : method == Method.REQUEST);
  }

  private Composition composition(Draft draft, Map<String, Integer> sequences, Instant now) {
    Occasion occasion = draft.occasion();
    return occasion == null
        ? Objects.requireNonNull(draft.otherwise())
        : new Composition.Ready(
            () -> write(occasion, sequences.get(occasion.mail().rsvpId()), now));
  }

  private OutgoingMail write(Occasion occasion, @Nullable Integer sequence, Instant now) {
    Mail mail = occasion.mail();
    Letter letter = writer.write(occasion);
    Method method = Invitations.method(occasion);
    return new OutgoingMail(
        mail.id(),
        mail.kind(),
        mail.rsvpId(),
        occasion.contact().name(),
        occasion.contact().email(),
        letter.subject(),
        templates.text(letter),
        templates.html(letter),
        method == null || sequence == null
            ? null
            : invitations.write(occasion, method, sequence, now),
        occasion.unsubscribeUrl());
  }
}
