package org.doorsopen.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.AgendaItemKind;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.MeetupStatus;
import org.doorsopen.schemas.events.Notify;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.Speaker;
import org.doorsopen.schemas.events.Venue;
import org.doorsopen.schemas.events.WaitlistClosed;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;

/** What the other services say of one meetup of its own, by our serializer on the real topics. */
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

  Attendee attendeeWithoutContact(String name) {
    String rsvpId = UUID.randomUUID().toString();
    return new Attendee(rsvpId, name, name.toLowerCase() + "-" + rsvpId + "@example.org");
  }

  void provideContact(Attendee attendee) {
    send(
        Topics.CONTACTS,
        attendee.rsvpId(),
        new ContactProvided(
            attendee.rsvpId(), meetupId, attendee.name(), attendee.email(), "en", Instant.now()));
  }

  void eraseContact(Attendee attendee) {
    kafka.send(EventRecords.tombstone(Topics.CONTACTS, attendee.rsvpId())).join();
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

  private void schedule(MeetupStatus status, String note, Notify notify) {
    version++;
    send(
        Topics.SCHEDULES,
        meetupId,
        new ScheduleChanged(
            meetupId, version, status, meetup, List.of(), note, notify, publishedAt()));
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

  void confirm(Attendee attendee, int seats) {
    confirm(attendee, seats, false, version);
  }

  void confirm(Attendee attendee, int seats, boolean promoted, int scheduleVersion) {
    decide(
        new SeatConfirmed(
            attendee.rsvpId(),
            meetupId,
            "attendee",
            seats,
            promoted,
            scheduleVersion,
            decidedAt,
            8,
            seats,
            0));
  }

  void waitlist(Attendee attendee, int waitlistedParties) {
    decide(
        new SeatWaitlisted(
            attendee.rsvpId(),
            meetupId,
            "attendee",
            1,
            tickets.incrementAndGet(),
            version,
            decidedAt,
            8,
            8,
            waitlistedParties));
  }

  void release(Attendee attendee, ReleaseReason reason) {
    decide(
        new SeatReleased(
            attendee.rsvpId(), meetupId, "attendee", 1, true, reason, version, decidedAt, 8, 7, 0));
  }

  void decline(Attendee attendee, DeclineReason reason, String activeRsvpId) {
    int known = reason == DeclineReason.UNKNOWN_MEETUP ? 0 : version;
    decide(
        new RsvpDeclined(
            attendee.rsvpId(),
            meetupId,
            "attendee",
            1,
            reason,
            activeRsvpId,
            known,
            decidedAt,
            8,
            8,
            0));
  }

  void closeWaitlist(Attendee attendee) {
    decide(
        new WaitlistClosed(
            attendee.rsvpId(), meetupId, "attendee", 1, 1L, version, decidedAt, 8, 8, 1));
  }

  private void decide(SpecificRecord decision) {
    send(Topics.SEATS, meetupId, decision);
  }

  private void send(String topic, String key, SpecificRecord event) {
    EventHeaders headers = EventHeaders.of("/test", Instant.now(), Traceparent.fresh());
    kafka.send(EventRecords.of(topic, key, event, headers)).join();
  }

  private Meetup aMeetup() {
    return Meetup.newBuilder()
        .setTitle(title)
        .setSummary("Two talks and pizza.")
        .setVenue(new Venue("Mercedes-Benz.io", "Berlin Mitte", "https://maps.example/berlin"))
        .setTimeZone("Europe/Berlin")
        .setStartsAt(STARTS_AT)
        .setEndsAt(STARTS_AT.plus(3, ChronoUnit.HOURS))
        .setCapacity(8)
        .setRsvpOpensAt(STARTS_AT.minus(30, ChronoUnit.DAYS))
        .setRsvpClosesAt(STARTS_AT)
        .setPromotionsEndAt(STARTS_AT)
        .setAgenda(List.of(kai("Kai Lüke", STARTS_AT.plus(1, ChronoUnit.HOURS))))
        .build();
  }

  static AgendaItem kai(String speaker, Instant startsAt) {
    return new AgendaItem(
        "kai",
        AgendaItemKind.TALK,
        startsAt,
        null,
        "systemd-sysext",
        "About images.",
        List.of(new Speaker(speaker, "Engineer", "Microsoft")));
  }
}
