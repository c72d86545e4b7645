package org.doorsopen.notification.letters;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doorsopen.changes.domain.Announcement;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.UnsubscribeTokens;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.explanations.Explanations;
import org.doorsopen.notification.letters.LetterContext.Links;
import org.doorsopen.notification.letters.LetterContext.News;
import org.doorsopen.notification.letters.exports.DataExports;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.messages.Message;
import org.doorsopen.notification.messages.Messages;
import org.doorsopen.notification.publications.PendingChanges;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.pages.words.Languages;
import org.doorsopen.settings.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers everything that a letter is written from, when its mail is about to be sent. */
@Component
class LetterContexts {

  private static final Duration ERASURE_LINK_IS_GOOD = Duration.ofHours(1);

  /** Words that have not come by then were lost, and the person is to know of the cancellation. */
  private static final Duration WORDS_ARE_AWAITED = Duration.ofHours(1);

  private final Meetups meetups;
  private final Recipients recipients;
  private final DataExports exports;
  private final Explanations explanations;
  private final Messages messages;
  private final RsvpTokens tokens;
  private final UnsubscribeTokens unsubscribeTokens;
  private final PublicUrl publicUrl;
  private final InstantSource clock;

  LetterContexts(
      Meetups meetups,
      Recipients recipients,
      DataExports exports,
      Explanations explanations,
      Messages messages,
      RsvpTokens tokens,
      UnsubscribeTokens unsubscribeTokens,
      PublicUrl publicUrl,
      InstantSource clock) {
    this.meetups = meetups;
    this.recipients = recipients;
    this.exports = exports;
    this.explanations = explanations;
    this.messages = messages;
    this.tokens = tokens;
    this.unsubscribeTokens = unsubscribeTokens;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /**
   * For an RSVP that was declined because nobody has published such a meetup. Empty if what its
   * reader asked for is not kept any more.
   */
  Optional<LetterContext> unknownMeetup(Mail mail, Contact.Known contact) {
    return complete(new LetterContext(mail, contact, null, null, null, News.NONE, links(mail)));
  }

  /**
   * Empty if changes were to be told and none concern this recipient any more, or if what its
   * reader asked for is not kept any more.
   */
  Optional<LetterContext> of(
      Mail mail, Contact.Known contact, Publication latest, @Nullable Recipient recipient) {
    return switch (mail.kind()) {
      case SCHEDULE_CHANGED ->
          Optional.ofNullable(recipient).flatMap(known -> ofChanges(mail, contact, latest, known));
      case MEETUP_CANCELLED ->
          Optional.of(
              context(
                  mail, contact, latest, recipient, new News(List.of(), latest.words().toList())));
      case REMINDER,
          SEAT_CONFIRMED,
          SEAT_PROMOTED,
          SEAT_WAITLISTED,
          RSVP_DECLINED,
          ALREADY_REGISTERED,
          WAITLIST_CLOSED,
          ERASURE_LINK,
          CONFIRMATION_AWAITED,
          PARTY_CHANGED,
          PARTY_UNCHANGED ->
          Optional.of(context(mail, contact, latest, recipient, News.NONE));
      case RSVP_CANCELLED ->
          Optional.of(context(mail, contact, latest, recipient, explanation(mail)));
      case MESSAGE ->
          Optional.of(
              context(mail, contact, latest, recipient, News.NONE).with(words(mail, contact)));
      case DATA_EXPORT -> complete(context(mail, contact, latest, recipient, News.NONE));
    };
  }

  /** Whether an organizer has written words for it that are still on their way here. */
  boolean awaitsWords(Mail mail, Instant now) {
    return isExplained(mail)
        && now.isBefore(mail.times().queuedAt().plus(WORDS_ARE_AWAITED))
        && explanations.of(mail.rsvpId()).isEmpty();
  }

  private static boolean isExplained(Mail mail) {
    return Boolean.TRUE.equals(mail.facts().explained());
  }

  private News explanation(Mail mail) {
    return isExplained(mail)
        ? explanations
            .of(mail.rsvpId())
            .map(words -> new News(List.of(), List.of(words)))
            .orElse(News.NONE)
        : News.NONE;
  }

  private Message.Text words(Mail mail, Contact.Known contact) {
    String messageId = Objects.requireNonNull(mail.facts().message());
    return messages.get(messageId).in(Languages.closestTo(contact.locale()));
  }

  private Optional<LetterContext> complete(LetterContext context) {
    return context.mail().kind() == MailKind.DATA_EXPORT
        ? exports.of(context.mail(), context.contact()).map(context::with)
        : Optional.of(context);
  }

  private Optional<LetterContext> ofChanges(
      Mail mail, Contact.Known contact, Publication latest, Recipient recipient) {
    int since = Objects.requireNonNullElse(mail.facts().since(), 0);
    PendingChanges changes = PendingChanges.of(recipient, since, latest, meetups);
    return announcement(changes, mail)
        .map(Announcement::differences)
        .map(differences ->
            context(mail, contact, latest, recipient, new News(differences, changes.notes())));
  }

  private static Optional<Announcement> announcement(PendingChanges changes, Mail mail) {
    return mail.tries().unanswered() > 0
        ? changes.announcementOfWhatMayBeKnown()
        : changes.announcement();
  }

  private LetterContext context(
      Mail mail,
      Contact.Known contact,
      Publication latest,
      @Nullable Recipient recipient,
      News news) {
    return new LetterContext(
        mail, contact, latest.meetup(), recipient, position(mail, recipient), news, links(mail));
  }

  private @Nullable Integer position(Mail mail, @Nullable Recipient recipient) {
    Optional<Integer> now =
        recipient == null ? Optional.empty() : recipients.waitlistPosition(recipient);
    return now.orElse(mail.facts().position());
  }

  private Links links(Mail mail) {
    return new Links(
        mail.kind() == MailKind.ERASURE_LINK ? erasureUrl(mail) : link(mail),
        url(mail, "", tokens.issueForCalendar(mail.meetupId(), mail.rsvpId())),
        mail.kind() == MailKind.REMINDER ? unsubscribeUrl(mail) : null);
  }

  private String link(Mail mail) {
    return url(mail, "", tokens.issueForMail(mail.meetupId(), mail.rsvpId()));
  }

  /** Its time begins when the mail is written, so that no delay before takes any of it. */
  private String erasureUrl(Mail mail) {
    Instant end = clock.instant().plus(ERASURE_LINK_IS_GOOD);
    String token = tokens.issueForErasure(mail.meetupId(), mail.rsvpId(), end);
    return url(mail, "/erasure", token);
  }

  private String url(Mail mail, String more, String token) {
    return publicUrl.url() + "/rsvps/" + mail.rsvpId() + more + "?token=" + token;
  }

  private String unsubscribeUrl(Mail mail) {
    return publicUrl.url() + "/unsubscribe/" + unsubscribeTokens.issue(mail.rsvpId());
  }
}
