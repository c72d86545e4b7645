package org.doorsopen.notification.meetups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.doorsopen.fixtures.ScheduleFixtures;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.AgendaItemKind;
import org.doorsopen.schemas.events.Host;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.Speaker;
import org.doorsopen.schemas.events.Sponsor;
import org.doorsopen.schemas.events.Venue;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Instant STARTS_AT = Instant.parse("2024-03-14T17:00:00Z");

  /** Stored by earlier releases, which took the text of the whole event. */
  @Test
  void isTheOneThatEarlierReleasesStored() {
    Meetup full = aMeetup().build();
    Meetup plain =
        aMeetup()
            .setSummary(null)
            .setVenue(null)
            .setHosts(List.of())
            .setSponsors(List.of())
            .setAgenda(List.of())
            .setReminderLeadSeconds(null)
            .build();

    assertThat(Fingerprint.of(full)).isEqualTo("12e0dc49-a230-3744-b9f3-39b81b5b62a2");
    assertThat(Fingerprint.of(full)).isEqualTo(ofTheWholeText(full));
    assertThat(Fingerprint.of(plain)).isEqualTo(ofTheWholeText(plain));
  }

  @Test
  void isAnotherOneIfAnyFieldIsAnother() {
    String before = Fingerprint.of(aMeetup().build());

    assertThat(Fingerprint.of(aMeetup().setCapacity(9).build())).isNotEqualTo(before);
    assertThat(Fingerprint.of(aMeetup().setDescription(null).build())).isNotEqualTo(before);
    assertThat(Fingerprint.of(aMeetup().setVenue(null).build())).isNotEqualTo(before);
    assertThat(Fingerprint.of(aMeetup().setSponsors(List.of()).build())).isNotEqualTo(before);
    assertThat(Fingerprint.of(aMeetup().setReminderLeadSeconds(List.of()).build()))
        .isNotEqualTo(before);
  }

  @Test
  void staysTheSameWhenALaterReleaseAddsAFieldThatIsNotSet() {
    Meetup meetup = aMeetup().build();

    assertThat(Fingerprint.of(withALaterField(meetup, "none"))).isEqualTo(Fingerprint.of(meetup));
    assertThat(Fingerprint.of(withALaterField(meetup, "step-free")))
        .isNotEqualTo(Fingerprint.of(meetup));
  }

  @Test
  void isTheSameWhereTheRoomComesOnATopicOfItsOwn() {
    Meetup before = aMeetup().build();
    Meetup now = aMeetup().setOnlineUrl(null).setOnline(true).build();
    ScheduleChanged event = ScheduleFixtures.published("m", now).setChanges(List.of()).build();
    Cause cause = new Cause("schedules", 0, 0, null);

    assertThat(PublishedMeetups.hasRoomElsewhere(event)).isTrue();
    assertThat(PublishedMeetups.publication(event, "https://meet.example/1", cause).fingerprint())
        .isEqualTo(Fingerprint.of(before));
    assertThat(PublishedMeetups.publication(event, "https://meet.example/2", cause).fingerprint())
        .isNotEqualTo(Fingerprint.of(before));
  }

  /** Of the fields that there were then. */
  private static String ofTheWholeText(Meetup meetup) {
    String text =
        meetup
            .toString()
            .replace("\"online\": false, ", "")
            .replace(", \"reservedSeats\": 0", "")
            .replace(", \"slidesUrl\": null, \"recordingUrl\": null", "")
            .replaceFirst(",? ?\"confirmWithinSeconds\": null", "");
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
  }

  /** The meetup as a later schema has it, with a new field in front of all others. */
  private static GenericData.Record withALaterField(Meetup meetup, String value) {
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(new Schema.Field("accessibility", Schema.create(Schema.Type.STRING), null, "none"));
    meetup
        .getSchema()
        .getFields()
        .forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    Schema later = Schema.createRecord("Meetup", null, "org.doorsopen.later", false, fields);
    GenericData.Record record = new GenericData.Record(later);
    record.put("accessibility", value);
    meetup
        .getSchema()
        .getFields()
        .forEach(field -> record.put(field.name(), meetup.get(field.pos())));
    return record;
  }

  private static Meetup.Builder aMeetup() {
    return Meetup.newBuilder()
        .setTitle("Größe & \"Maß\"")
        .setSummary("Two talks and pizza.\nAnd more.")
        .setDescription("A long story.")
        .setHosts(List.of(new Host("Zoë", null)))
        .setVenue(new Venue("c-base", "Rungestraße 20", "https://maps.example/berlin"))
        .setOnlineUrl("https://meet.example/1")
        .setTimeZone("Europe/Berlin")
        .setStartsAt(STARTS_AT)
        .setEndsAt(STARTS_AT.plusSeconds(10_800))
        .setCapacity(8)
        .setMaxGuests(2)
        .setWaitlistCapacity(20)
        .setRsvpOpensAt(STARTS_AT.minusSeconds(864_000))
        .setRsvpClosesAt(STARTS_AT)
        .setPromotionsEndAt(STARTS_AT.minusMillis(1))
        .setCodeOfConductUrl("https://example.org/conduct")
        .setSponsors(List.of(new Sponsor("Fiberplane", "pizza", null)))
        .setAgenda(
            List.of(
                new AgendaItem(
                    "kai",
                    AgendaItemKind.TALK,
                    STARTS_AT.plusSeconds(3600),
                    null,
                    "systemd-sysext",
                    "About images.",
                    List.of(new Speaker("Kai Lüke", "Engineer", "Microsoft")),
                    null,
                    null)))
        .setReminderLeadSeconds(List.of(86_400, 7_200));
  }
}
