package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.calendar.CalendarEntry.Method;
import org.doorsopen.notification.allowances.Admission;
import org.doorsopen.notification.allowances.Allowances;
import org.doorsopen.notification.allowances.Allowances.Candidate;
import org.doorsopen.notification.allowances.Precedence;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.contacts.Contacts;
import org.doorsopen.notification.delivery.Composer;
import org.doorsopen.notification.letters.exports.ExportFile;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MissedReason;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.mime.OutgoingMail;
import org.doorsopen.notification.mime.OutgoingMail.Addressee;
import org.doorsopen.notification.mime.OutgoingMail.CalendarPart;
import org.doorsopen.notification.mime.OutgoingMail.Content;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.notification.recipients.Recipients.Telling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Composes each mail from what is known when it is sent; the text of a mail is never stored. The
 * meetups of a batch are locked against changes until its transaction ends.
 */
@Component
class MailComposer implements Composer {

  private final Contacts contacts;
  private final Meetups meetups;
  private final Recipients recipients;
  private final Relevance relevance;
  private final Allowances allowances;
  private final LetterContexts contexts;
  private final LetterWriter writer;
  private final LetterTemplates templates;
  private final Invitations invitations;

  MailComposer(
      Contacts contacts,
      Meetups meetups,
      Recipients recipients,
      Relevance relevance,
      Allowances allowances,
      LetterContexts contexts,
      LetterWriter writer,
      LetterTemplates templates,
      Invitations invitations) {
    this.contacts = contacts;
    this.meetups = meetups;
    this.recipients = recipients;
    this.relevance = relevance;
    this.allowances = allowances;
    this.contexts = contexts;
    this.writer = writer;
    this.templates = templates;
    this.invitations = invitations;
  }

  @Override
  public List<Composition> compose(List<Mail> mails, Instant now) {
    Known known = known(mails);
    List<Draft> drafts = allowed(mails.stream().map(mail -> draft(mail, known, now)).toList(), now);
    Map<String, Integer> sequences =
        recipients.telling(
            drafts.stream().flatMap(draft -> Stream.ofNullable(draft.telling())).toList());
    return drafts.stream().map(draft -> composition(draft, sequences, now)).toList();
  }

  /** Everything that was read for the mails of a batch, at one moment. */
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

  /**
   * The decision about one mail: the context that its letter is written from, or the reason why
   * none is written.
   */
  private record Draft(
      @Nullable LetterContext context, @Nullable Telling telling, @Nullable Composition otherwise) {

    static Draft none(Composition composition) {
      return new Draft(null, null, composition);
    }
  }

  /** The same, without letters for which their mailboxes have no room. */
  private List<Draft> allowed(List<Draft> drafts, Instant now) {
    List<Candidate> candidates =
        drafts.stream()
            .map(Draft::context)
            .filter(Objects::nonNull)
            .map(MailComposer::candidate)
            .toList();
    Map<UUID, Admission> verdicts = allowances.admit(candidates, now);
    return drafts.stream().map(draft -> allowed(draft, verdicts)).toList();
  }

  private static Candidate candidate(LetterContext context) {
    Recipient recipient = context.recipient();
    boolean knowsOfSeat = recipient != null && recipient.told().version() != null;
    return new Candidate(
        context.mail(), context.contact().email(), Precedence.of(context.mail(), knowsOfSeat));
  }

  private static Draft allowed(Draft draft, Map<UUID, Admission> verdicts) {
    LetterContext context = draft.context();
    if (context == null) {
      return draft;
    }
    return switch (Objects.requireNonNull(verdicts.get(context.mail().id()))) {
      case Admission.Admitted _ -> draft;
      case Admission.Waits(Instant until) -> Draft.none(new Composition.HeldBack(until));
      case Admission.Refused _ -> Draft.none(new Composition.TooLate(MissedReason.TOO_MANY));
    };
  }

  private Draft draft(Mail mail, Known known, Instant now) {
    return switch (known.contacts().getOrDefault(mail.rsvpId(), new Contact.Awaited())) {
      case Contact.Awaited _ -> Draft.none(new Composition.NotYet());
      case Contact.Erased _ -> Draft.none(new Composition.TooLate(MissedReason.ERASED));
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
          : drafted(contexts.unknownMeetup(mail, contact), null);
    }
    if (latest.version() < mail.scheduleVersion()) {
      return Draft.none(new Composition.NotYet());
    }
    MissedReason tooLate = relevance.reasonToDrop(mail, latest, recipient, now);
    if (tooLate != null) {
      return Draft.none(new Composition.TooLate(tooLate));
    }
    if (contexts.awaitsWords(mail, now)) {
      return Draft.none(new Composition.NotYet());
    }
    return drafted(contexts.of(mail, contact, latest, recipient), latest);
  }

  private static Draft drafted(Optional<LetterContext> context, @Nullable Publication latest) {
    return context
        .map(known -> new Draft(known, latest == null ? null : telling(known, latest), null))
        .orElseGet(() -> Draft.none(new Composition.NothingToTell()));
  }

  private static @Nullable Telling telling(LetterContext context, Publication latest) {
    Mail mail = context.mail();
    Method method = Invitations.method(context);
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
    LetterContext context = draft.context();
    return context == null
        ? Objects.requireNonNull(draft.otherwise())
        : new Composition.Ready(() -> write(context, sequences.get(context.mail().rsvpId()), now));
  }

  private OutgoingMail write(LetterContext context, @Nullable Integer sequence, Instant now) {
    Mail mail = context.mail();
    Letter letter = writer.write(context);
    Method method = Invitations.method(context);
    CalendarPart calendar =
        method == null || sequence == null
            ? null
            : invitations.write(context, method, sequence, now);
    return new OutgoingMail(
        mail.id(),
        mail.kind(),
        mail.rsvpId(),
        new Addressee(context.contact().name(), context.contact().email()),
        new Content(
            letter.subject(),
            templates.text(letter),
            templates.html(letter),
            calendar,
            context.export() == null
                ? null
                : ExportFile.of(context.export(), context.contact(), now)),
        context.links().unsubscribe());
  }
}
