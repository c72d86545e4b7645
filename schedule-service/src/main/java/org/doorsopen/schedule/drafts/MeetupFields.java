package org.doorsopen.schedule.drafts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Fault;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.MeetupRules;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.doorsopen.schedule.meetups.domain.Venue;
import org.doorsopen.web.InvalidFields;
import org.doorsopen.web.JsonFields;
import org.jspecify.annotations.Nullable;

/** Reads a meetup as an organizer sends it; agenda items may have no id yet. */
final class MeetupFields {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int LINE = 200;
  private static final int TEXT = 20_000;
  private static final int ADDRESS = 500;
  private static final int REMINDERS = 5;

  private final JsonFields body;
  private final Set<String> ids = new HashSet<>();

  private MeetupFields(JsonFields body) {
    this.body = body;
  }

  /**
   * Throws {@link InvalidFields} with everything that is wrong.
   *
   * @param firstPublishedAt as {@link MeetupRules#faults(Meetup, Instant)} wants it
   */
  static Meetup read(JsonFields body, @Nullable Instant firstPublishedAt) {
    Meetup meetup = new MeetupFields(body).meetup();
    note(MeetupRules.faults(meetup, firstPublishedAt), body);
    body.check();
    return meetup;
  }

  private Meetup meetup() {
    Instant startsAt = body.instant("startsAt");
    Instant endsAt = body.instant("endsAt");
    Integer maxGuests = body.optionalInteger("maxGuests", 0, 20);
    return new Meetup(
        body.line("title", 1, LINE),
        body.optionalText("summary", 1_000),
        body.optionalText("description", TEXT),
        body.objects("hosts", 20, MeetupFields::host),
        body.object("venue", MeetupFields::venue),
        body.optionalUrl("onlineUrl"),
        body.zone("timeZone"),
        startsAt,
        endsAt,
        body.integer("capacity", 0, 1_000_000),
        maxGuests == null ? 0 : maxGuests,
        body.optionalInteger("waitlistCapacity", 0, 1_000_000),
        body.optionalInstant("rsvpOpensAt"),
        body.optionalInstant("rsvpClosesAt"),
        body.optionalInstant("promotionsEndAt"),
        reminders(),
        body.optionalUrl("codeOfConductUrl"),
        body.objects("sponsors", 50, MeetupFields::sponsor),
        body.objects("agenda", 100, item -> item(item, startsAt, endsAt)));
  }

  private @Nullable List<Duration> reminders() {
    List<Duration> reminders = body.optionalDurations("reminders", REMINDERS);
    if (reminders != null) {
      note(MeetupRules.faults(reminders), body);
    }
    return reminders;
  }

  private AgendaItem item(JsonFields fields, Instant startsAt, Instant endsAt) {
    var item =
        new AgendaItem(
            id(fields),
            fields.choice("kind", AgendaItemKind.class),
            fields.instant("startsAt"),
            fields.optionalInstant("endsAt"),
            fields.line("title", 1, 300),
            fields.optionalText("abstract", TEXT),
            fields.objects("speakers", 20, MeetupFields::speaker));
    if (body.good("startsAt", "endsAt") && startsAt.isBefore(endsAt)) {
      note(MeetupRules.faults(item, startsAt, endsAt), fields);
    }
    return item;
  }

  private String id(JsonFields fields) {
    String id = fields.optionalLine("id", 64);
    if (id == null) {
      return AgendaItem.NO_ID;
    }
    if (!ID.matcher(id).matches()) {
      fields.reject("id", "must consist of letters A-Z, digits, - and _; or leave it out");
    } else if (!ids.add(id)) {
      fields.reject("id", "must not be the id of another item");
    }
    return id;
  }

  private static Host host(JsonFields fields) {
    return new Host(fields.line("name", 1, LINE), fields.optionalUrl("url"));
  }

  private static Venue venue(JsonFields fields) {
    return new Venue(
        fields.line("name", 1, LINE),
        fields.optionalLine("address", ADDRESS),
        fields.optionalUrl("url"));
  }

  private static Sponsor sponsor(JsonFields fields) {
    return new Sponsor(
        fields.line("name", 1, LINE),
        fields.optionalLine("contribution", ADDRESS),
        fields.optionalUrl("url"));
  }

  private static Speaker speaker(JsonFields fields) {
    return new Speaker(
        fields.line("name", 1, LINE),
        fields.optionalLine("role", LINE),
        fields.optionalLine("organization", LINE));
  }

  private static void note(List<Fault> faults, JsonFields fields) {
    for (Fault fault : faults) {
      if (fields.good(fault.involved().toArray(String[]::new))) {
        fields.reject(fault.field(), fault.message());
      }
    }
  }
}
