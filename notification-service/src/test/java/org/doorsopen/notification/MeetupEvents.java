package org.doorsopen.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.doorsopen.fixtures.DecisionFixtures;
import org.doorsopen.fixtures.ScheduleFixtures;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.Addressees;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.CancellationExplained;
import org.doorsopen.schemas.events.ChangeDeclineReason;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DataExportRequested;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ErasureLinkRequested;
import org.doorsopen.schemas.events.ErasureRequested;
import org.doorsopen.schemas.events.ErasureRequestedBy;
import org.doorsopen.schemas.events.GrantReason;
import org.doorsopen.schemas.events.HeldRsvp;
import org.doorsopen.schemas.events.LinkRequested;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.MeetupStatus;
import org.doorsopen.schemas.events.MessageSent;
import org.doorsopen.schemas.events.MessageText;
import org.doorsopen.schemas.events.Notify;
import org.doorsopen.schemas.events.PartyChanged;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RoomChanged;
import org.doorsopen.schemas.events.Speaker;
import org.doorsopen.schemas.events.Venue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Scope;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * The events of the other services about one meetup, written by our serializer to the real topics.
 */
@TestComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class MeetupEvents {

  static final Instant STARTS_AT =
      Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

  final String meetupId = UUID.randomUUID().toString();
  final String title = "Größe & Maß " + meetupId.substring(0, 8);

  private final KafkaTemplate<String, Object> kafka;
  private final AtomicLong tickets = new AtomicLong();
  private Instant decidedAt = Instant.now();
  private @Nullable Instant publishedAt;
  private int version;
  private Meetup meetup = aMeetup();

  MeetupEvents(KafkaTemplate<String, Object> kafka) {
    this.kafka = kafka;
  }

  /** An RSVP with a contact of its own. */
  record Attendee(String rsvpId, String name, String email) {}

  Attendee attendee(String name) {
    Attendee attendee = attendeeWithoutContact(name);
    provideContact(attendee);
    return attendee;
  }

  /** Somebody types this address into the form, and perhaps another person reads its mails. */
  Attendee attendeeAt(String email) {
    Attendee attendee = new Attendee(UUID.randomUUID().toString(), "Ada", email);
    provideContact(attendee);
    return attendee;
  }

  Attendee attendeeWithoutContact(String name) {
    String rsvpId = UUID.randomUUID().toString();
    return new Attendee(rsvpId, name, name.toLowerCase() + "-" + rsvpId + "@example.org");
  }

  void provideContact(Attendee attendee) {
    provideContact(attendee, "en");
  }

  void provideContact(Attendee attendee, String language) {
    send(
        Topics.CONTACTS,
        attendee.rsvpId(),
        new ContactProvided(
            attendee.rsvpId(),
            meetupId,
            attendee.name(),
            attendee.email(),
            language,
            Instant.now(),
            null));
  }

  void eraseContact(Attendee attendee) {
    kafka.send(EventRecords.tombstone(Topics.CONTACTS, attendee.rsvpId())).join();
  }

  /** As rsvp-service does, but without what follows on other topics. */
  UUID askToErase(Attendee attendee, Instant at) {
    UUID erasureId = UUID.randomUUID();
    send(
        Topics.ERASURES,
        attendee.rsvpId(),
        new ErasureRequested(
            erasureId.toString(),
            attendee.rsvpId(),
            meetupId,
            ErasureRequestedBy.ATTENDEE,
            null,
            at.truncatedTo(ChronoUnit.MILLIS)));
    return erasureId;
  }

  void publish() {
    publish(null, Notify.AUTO, UnaryOperator.identity());
  }

  void publish(UnaryOperator<Meetup.Builder> change) {
    publish(null, Notify.AUTO, builder -> change.apply(builder));
  }

  <T> void publish(String note, Notify notify, UnaryOperator<Meetup.Builder> change) {
    meetup = change.apply(Meetup.newBuilder(meetup)).build();
    schedule(MeetupStatus.PUBLISHED, note, notify);
  }

  void cancelMeetup(String note) {
    schedule(MeetupStatus.CANCELLED, note, Notify.AUTO);
  }

  /** As schedule-service does: the room on a topic of its own, and before the version. */
  private void schedule(MeetupStatus status, @Nullable String note, Notify notify) {
    String room = meetup.getOnlineUrl();
    if (room != null) {
      sendRoom(version + 1, room);
    }
    schedule(
        Meetup.newBuilder(meetup).setOnlineUrl(null).setOnline(room != null).build(),
        status,
        note,
        notify);
  }

  void sendRoom(int ofVersion, String onlineUrl) {
    send(
        Topics.ROOMS,
        meetupId,
        new RoomChanged(
            meetupId, ofVersion, onlineUrl, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
  }

  /** As earlier builds did: the room is part of the event. */
  void publishAsBefore(UnaryOperator<Meetup.Builder> change) {
    meetup = change.apply(Meetup.newBuilder(meetup)).build();
    schedule(meetup, MeetupStatus.PUBLISHED, null, Notify.AUTO);
  }

  /** The version alone; its room may follow. */
  void publishWithoutRoom(UnaryOperator<Meetup.Builder> change) {
    meetup = change.apply(Meetup.newBuilder(meetup)).build();
    schedule(
        Meetup.newBuilder(meetup).setOnlineUrl(null).setOnline(true).build(),
        MeetupStatus.PUBLISHED,
        null,
        Notify.AUTO);
  }

  /** As schedule-service does when it is updated. */
  void sendAgainWithoutRoom() {
    version--;
    schedule(MeetupStatus.PUBLISHED, null, Notify.AUTO);
  }

  private void schedule(Meetup said, MeetupStatus status, @Nullable String note, Notify notify) {
    version++;
    send(
        Topics.SCHEDULES,
        meetupId,
        ScheduleFixtures.published(meetupId, said)
            .setVersion(version)
            .setStatus(status)
            .setNote(note)
            .setNotify(notify)
            .setPublishedAt(publishedAt())
            .build());
  }

  /** Publications from here on were made then. */
  void publishAt(Instant instant) {
    publishedAt = instant;
  }

  private Instant publishedAt() {
    return publishedAt == null ? Instant.now() : publishedAt;
  }

  /** Decisions from here on were made then. */
  void decideAt(Instant instant) {
    decidedAt = instant;
  }

  /** The party has so many seats now, or waits for them. */
  void change(Attendee attendee, int former, int seats, UnaryOperator<PartyChanged.Builder> more) {
    send(
        Topics.SEATS,
        meetupId,
        more.apply(
                DecisionFixtures.changed(attendee.rsvpId(), meetupId, UUID.randomUUID().toString())
                    .setFormerSeats(former)
                    .setSeats(seats)
                    .setScheduleVersion(version))
            .build());
  }

  void declineChange(Attendee attendee, ChangeDeclineReason reason) {
    String changeId = UUID.randomUUID().toString();
    send(
        Topics.SEATS,
        meetupId,
        DecisionFixtures.changeDeclined(attendee.rsvpId(), meetupId, changeId, reason)
            .setScheduleVersion(version)
            .build());
  }

  void confirm(Attendee attendee, int seats) {
    confirm(attendee, seats, false, version);
  }

  void confirm(Attendee attendee, int seats, boolean promoted, int scheduleVersion) {
    decide(
        DecisionFixtures.confirmed(attendee.rsvpId(), meetupId)
            .setSeats(seats)
            .setPromoted(promoted)
            .setScheduleVersion(scheduleVersion)
            .setDecidedAt(decidedAt)
            .setConfirmedSeats(seats)
            .build());
  }

  /** An organizer gave it the seat. */
  void seatByHand(Attendee attendee, boolean waited) {
    decide(
        DecisionFixtures.confirmed(attendee.rsvpId(), meetupId)
            .setPromoted(waited)
            .setScheduleVersion(version)
            .setDecidedAt(decidedAt)
            .setGrantId(UUID.randomUUID().toString())
            .setGrantReason(GrantReason.SPEAKER)
            .setGrantedBy("Grace")
            .setReservedSeats(1)
            .build());
  }

  /** A person was to be added, and there was no seat. */
  void declineByHand(Attendee attendee) {
    decide(DecisionFixtures.grantDeclined(attendee.rsvpId(), meetupId).build());
  }

  /** Its seat, and the reminder at half-time. */
  void confirmUntil(Attendee attendee, Instant until) {
    decide(
        DecisionFixtures.confirmed(attendee.rsvpId(), meetupId)
            .setScheduleVersion(version)
            .setDecidedAt(decidedAt)
            .setConfirmUntil(until)
            .build());
    decide(
        DecisionFixtures.awaited(attendee.rsvpId(), meetupId, until)
            .setScheduleVersion(version)
            .setDecidedAt(decidedAt)
            .build());
  }

  void waitlist(Attendee attendee, int waitlistedParties) {
    decide(
        DecisionFixtures.waitlisted(attendee.rsvpId(), meetupId)
            .setWaitlistNumber(tickets.incrementAndGet())
            .setScheduleVersion(version)
            .setDecidedAt(decidedAt)
            .setWaitlistedParties(waitlistedParties)
            .build());
  }

  void release(Attendee attendee, ReleaseReason reason) {
    decide(
        DecisionFixtures.released(attendee.rsvpId(), meetupId, reason)
            .setScheduleVersion(version)
            .setDecidedAt(decidedAt)
            .build());
  }

  /** By an organizer whose words come by another topic. */
  void releaseExplained(Attendee attendee) {
    decide(
        DecisionFixtures.released(attendee.rsvpId(), meetupId, ReleaseReason.ORGANIZER)
            .setScheduleVersion(version)
            .setDecidedAt(decidedAt)
            .setExplained(true)
            .build());
  }

  void explain(Attendee attendee, String words) {
    send(
        Topics.MAIL_REQUESTS,
        attendee.rsvpId(),
        new CancellationExplained(attendee.rsvpId(), meetupId, words, Instant.now()));
  }

  void decline(Attendee attendee, DeclineReason reason, String activeRsvpId) {
    decide(
        DecisionFixtures.declined(attendee.rsvpId(), meetupId, reason)
            .setActiveRsvpId(activeRsvpId)
            .setScheduleVersion(reason == DeclineReason.UNKNOWN_MEETUP ? 0 : version)
            .setDecidedAt(decidedAt)
            .build());
  }

  void closeWaitlist(Attendee attendee) {
    decide(
        DecisionFixtures.closed(attendee.rsvpId(), meetupId)
            .setScheduleVersion(version)
            .setDecidedAt(decidedAt)
            .build());
  }

  /** As schedule-service does; the German text is missing where it is null. */
  String write(Addressees addressees, String english, @Nullable String german, Instant at) {
    MessageSent message = message(addressees, english, german, at);
    send(Topics.MESSAGES, meetupId, message);
    return message.getMessageId();
  }

  MessageSent message(Addressees addressees, String english, @Nullable String german, Instant at) {
    return new MessageSent(
        UUID.randomUUID().toString(),
        meetupId,
        addressees,
        List.of(),
        Stream.of(text("en", english), german == null ? null : text("de", german))
            .filter(Objects::nonNull)
            .toList(),
        version,
        at.truncatedTo(ChronoUnit.MILLIS),
        "ada");
  }

  private static MessageText text(String language, String text) {
    return new MessageText(language, "Subject in " + language, text);
  }

  void send(MessageSent message) {
    send(Topics.MESSAGES, meetupId, message);
  }

  void askForErasure(Attendee attendee) {
    send(
        Topics.MAIL_REQUESTS,
        attendee.rsvpId(),
        new ErasureLinkRequested(attendee.rsvpId(), meetupId, Instant.now()));
  }

  void askForLink(Attendee attendee) {
    send(
        Topics.MAIL_REQUESTS,
        attendee.rsvpId(),
        new LinkRequested(attendee.rsvpId(), meetupId, Instant.now()));
  }

  /**
   * As rsvp-service does for the first of them.
   *
   * @param held the RSVPs of which it says that they have the same address
   */
  void askForExport(Attendee asking, Attendee... held) {
    send(
        Topics.MAIL_REQUESTS,
        asking.rsvpId(),
        new DataExportRequested(
            asking.rsvpId(), meetupId, Instant.now(), Stream.of(held).map(this::held).toList(), 0));
  }

  private HeldRsvp held(Attendee attendee) {
    return new HeldRsvp(
        attendee.rsvpId(), meetupId, Instant.now(), "CONFIRMED", 2, null, null, true, null);
  }

  private void decide(SpecificRecord decision) {
    send(Topics.SEATS, meetupId, decision);
  }

  private void send(String topic, String key, SpecificRecord event) {
    EventHeaders headers = EventHeaders.of("/test", Instant.now(), Traceparent.fresh());
    kafka.send(EventRecords.of(topic, key, event, headers)).join();
  }

  private Meetup aMeetup() {
    return ScheduleFixtures.anEvening(STARTS_AT)
        .setTitle(title)
        .setSummary("Two talks and pizza.")
        .setVenue(new Venue("Mercedes-Benz.io", "Berlin Mitte", "https://maps.example/berlin"))
        .setAgenda(List.of(kai("Kai Lüke", STARTS_AT.plus(1, ChronoUnit.HOURS))))
        .build();
  }

  static AgendaItem kai(String speaker, Instant startsAt) {
    return ScheduleFixtures.aTalk(startsAt, new Speaker(speaker, "Engineer", "Microsoft")).build();
  }
}
