package org.doorsopen.notification.letters;

import static org.doorsopen.changes.domain.AMeetup.KAI;
import static org.doorsopen.changes.domain.AMeetup.NELE;
import static org.doorsopen.changes.domain.AMeetup.aMeetup;
import static org.doorsopen.changes.domain.AMeetup.at;
import static org.doorsopen.changes.domain.AMeetup.withOnline;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.doorsopen.changes.domain.Detail;
import org.doorsopen.changes.domain.Difference;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Kind;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.MailSettings;
import org.doorsopen.notification.contacts.Contact;
import org.doorsopen.notification.exports.HeldElsewhere;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.letters.LetterContext.Links;
import org.doorsopen.notification.letters.LetterContext.News;
import org.doorsopen.notification.letters.exports.DataExport;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailFacts.Reason;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailStatus;
import org.doorsopen.notification.messages.Message;
import org.doorsopen.notification.recipients.Recipient;
import org.doorsopen.notification.recipients.Recipient.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A mail of each kind, about an evening in Berlin. */
final class Samples {

  static final String LINK =
      "https://doors.example/rsvps/4f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11?token=bWVldHVw.c2lnbmF0dXJl";

  static final String CALENDAR =
      "https://doors.example/rsvps/4f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11?token=bWVldHVw.Y2FsZW5kYXI";

  static final String UNSUBSCRIBE = "https://doors.example/unsubscribe/NGYwZDZh.c2lnbmF0dXJl";

  static final MailSettings SETTINGS =
      new MailSettings(
          "Cloud Native Berlin <doors@doors.example>", "Musterstraße 1, 10115 Berlin", "");

  private static final Cause CAUSE = new Cause("seats", 0, 0, null);
  static final String ONLINE = "https://meet.example/berlin";

  private Samples() {}

  static Letter letter(LetterContext context) {
    MessageSource messages = LetterMessages.messages();
    return new LetterWriter(messages, new KeyFacts(messages), SETTINGS).write(context);
  }

  static LetterContext of(MailKind kind, Locale locale) {
    LetterContext plain = of(kind, locale, aMeetup());
    return switch (kind) {
      case SEAT_WAITLISTED, WAITLIST_CLOSED -> standing(plain, Standing.WAITLISTED);
      case RSVP_CANCELLED -> because(standing(plain, Standing.RELEASED), Reason.ATTENDEE);
      case RSVP_DECLINED -> because(standing(plain, null), Reason.FULL);
      case SCHEDULE_CHANGED ->
          telling(
              of(kind, locale, withOnline(aMeetup(), ONLINE)),
              changes(),
              List.of("The heating in Mitte is broken.\nSorry for the short notice!"));
      case MEETUP_CANCELLED ->
          telling(plain, List.of(), List.of("Both speakers have the flu. We try again in May."));
      case SEAT_CONFIRMED, SEAT_PROMOTED, ALREADY_REGISTERED, REMINDER, ERASURE_LINK -> plain;
      case CONFIRMATION_AWAITED -> confirming(plain);
      case DATA_EXPORT -> plain.with(export(plain));
      case PARTY_CHANGED -> plain;
      case MESSAGE -> plain;
      case PARTY_UNCHANGED -> because(plain, Reason.FULL);
    };
  }

  static LetterContext of(MailKind kind, Locale locale, @Nullable Meetup meetup) {
    Instant then = Instant.parse("2024-03-01T12:00:00Z");
    Mail mail =
        new Mail(
            new UUID(1, 1),
            1,
            "1",
            "m",
            kind,
            1,
            MailFacts.NONE,
            MailStatus.QUEUED,
            Mail.Tries.NONE,
            new Mail.Times(then, then, null, null, null),
            CAUSE);
    Contact.Known zoe = new Contact.Known("Zoë", "zoe@example.org", locale);
    Recipient seated = new Recipient("1", "m", Standing.CONFIRMED, 3, null, Told.NOTHING, true);
    LetterContext context =
        new LetterContext(
            mail,
            zoe,
            meetup,
            seated,
            null,
            News.NONE,
            new Links(LINK, CALENDAR, kind == MailKind.REMINDER ? UNSUBSCRIBE : null));
    return kind == MailKind.MESSAGE ? context.with(written(locale)) : context;
  }

  private static Message.Text written(Locale locale) {
    return locale.equals(Locale.GERMAN)
        ? new Message.Text(
            "de",
            "Bitte nehmt den Hintereingang",
            "Vorn wird gebaut.\n\nDer Weg ist ausgeschildert: https://meet.example/weg")
        : new Message.Text(
            "en",
            "Please use the back entrance",
            "There is a building site in front.\n\nFollow the signs: https://meet.example/way");
  }

  private static DataExport export(LetterContext context) {
    HeldElsewhere.Rsvp seat =
        new HeldElsewhere.Rsvp(
            "4f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11",
            "m",
            Instant.parse("2024-03-01T12:00:00Z"),
            "CONFIRMED",
            3,
            null,
            null,
            true,
            null);
    HeldElsewhere.Rsvp declined =
        new HeldElsewhere.Rsvp(
            "5f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11",
            "n",
            Instant.parse("2023-03-01T12:00:00Z"),
            "DECLINED",
            1,
            null,
            "FULL",
            false,
            "ADDRESS_REFUSED");
    return new DataExport(
        List.of(
            new DataExport.OfRsvp(
                seat,
                context.contact(),
                new Recipient("1", "m", Standing.CONFIRMED, 3, null, Told.NOTHING, false),
                "Kubernetes & Cloud Native Berlin",
                List.of(context.mail())),
            new DataExport.OfRsvp(declined, context.contact(), null, null, List.of())),
        2);
  }

  static LetterContext because(LetterContext o, Reason reason) {
    return with(o, MailFacts.reason(reason));
  }

  private static LetterContext confirming(LetterContext o) {
    return with(o, MailFacts.confirmUntil(Instant.parse("2024-03-01T12:30:00Z")));
  }

  private static LetterContext with(LetterContext o, MailFacts facts) {
    Mail m = o.mail();
    Mail because =
        new Mail(
            m.id(),
            m.number(),
            m.rsvpId(),
            m.meetupId(),
            m.kind(),
            m.scheduleVersion(),
            facts,
            m.status(),
            m.tries(),
            m.times(),
            CAUSE);
    return keeping(
        o,
        new LetterContext(
            because, o.contact(), o.meetup(), o.recipient(), o.position(), o.news(), o.links()));
  }

  static LetterContext telling(LetterContext o, List<Difference> differences, List<String> notes) {
    return keeping(
        o,
        new LetterContext(
            o.mail(),
            o.contact(),
            o.meetup(),
            o.recipient(),
            o.position(),
            new News(differences, notes),
            o.links()));
  }

  static LetterContext holding(LetterContext o, int seats) {
    return keeping(
        o,
        new LetterContext(
            o.mail(),
            o.contact(),
            o.meetup(),
            new Recipient("1", "m", Standing.CONFIRMED, seats, null, Told.NOTHING, true),
            o.position(),
            o.news(),
            o.links()));
  }

  static LetterContext standing(LetterContext o, @Nullable Standing standing) {
    return keeping(
        o,
        new LetterContext(
            o.mail(),
            o.contact(),
            o.meetup(),
            standing == null ? null : new Recipient("1", "m", standing, 3, 7L, Told.NOTHING, true),
            standing == Standing.WAITLISTED ? 4 : null,
            o.news(),
            o.links()));
  }

  private static LetterContext keeping(LetterContext o, LetterContext made) {
    return o.message() == null ? made : made.with(o.message());
  }

  /** One of each. */
  private static List<Difference> changes() {
    Meetup now = aMeetup();
    AgendaItem added =
        new AgendaItem(
            "zoe",
            Kind.TALK,
            at("20:30"),
            null,
            "What is in a pod",
            List.of("Zoë", "Jörg Müller"),
            null);
    return List.of(
        new Difference.TitleChanged("Cloud Native Berlin", now.title()),
        new Difference.TimeChanged(
            new Times(now.times().timeZone(), at("17:30"), at("21:30")), now.times()),
        new Difference.DoorsChanged(List.of(at("17:30")), List.of(at("18:00"))),
        new Difference.PlaceChanged(
            new Venue("c-base", "Rungestraße 20", null), now.place().venue()),
        new Difference.OnlineAddressChanged(null, ONLINE),
        new Difference.TalkAdded(added),
        new Difference.TalkRenamed("Incidents", NELE),
        new Difference.TalkMoved(at("19:15"), KAI),
        new Difference.SpeakersChanged(List.of("Lena Fuhrimann"), KAI),
        new Difference.TalkDropped(
            new AgendaItem("old", Kind.TALK, at("20:30"), null, "Quiz", List.of(), null)),
        new Difference.DetailsChanged(EnumSet.of(Detail.DESCRIPTION, Detail.AGENDA)));
  }
}
