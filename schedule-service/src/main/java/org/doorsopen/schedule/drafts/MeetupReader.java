package org.doorsopen.schedule.drafts;

import java.time.Duration;
import java.time.ZoneId;
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
import org.doorsopen.schedule.meetups.domain.Place;
import org.doorsopen.schedule.meetups.domain.Seating;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.doorsopen.schedule.meetups.domain.Times;
import org.doorsopen.schedule.meetups.domain.Venue;
import org.doorsopen.schedule.meetups.domain.Windows;
import org.doorsopen.schemas.Limits;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Reads a meetup as an organizer sends it; agenda items may have no id yet. Rules that depend on
 * the time of the first publication are left to {@link Editing}.
 */
@Component
public final class MeetupReader implements BodyReader<Meetup> {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MAX_LINE = 200;
  private static final int MAX_ADDRESS = 500;
  private static final int MAX_SEATS = 1_000_000;

  @Override
  public Meetup read(Fields body, HttpHeaders headers) {
    return read(body);
  }

  static Meetup read(Fields body) {
    ZoneId zone = body.zone("timeZone");
    @Nullable ZoneId clocks = body.good("timeZone") ? zone : null;
    Times times =
        new Times(zone, body.instantIn("startsAt", clocks), body.instantIn("endsAt", clocks));
    Set<String> ids = new HashSet<>();
    Meetup meetup =
        new Meetup(
            body.line("title", 1, Meetup.MAX_TITLE),
            body.optionalText("summary", 1_000),
            body.optionalText("description", Meetup.MAX_TEXT),
            body.objects("hosts", Meetup.MAX_HOSTS, MeetupReader::host),
            new Place(body.object("venue", MeetupReader::venue), body.optionalUrl("onlineUrl")),
            times,
            seating(body),
            new Windows(
                body.optionalInstantIn("rsvpOpensAt", clocks),
                body.optionalInstantIn("rsvpClosesAt", clocks),
                body.optionalInstantIn("promotionsEndAt", clocks)),
            reminders(body),
            body.optionalUrl("codeOfConductUrl"),
            body.objects("sponsors", Meetup.MAX_SPONSORS, MeetupReader::sponsor),
            body.objects(
                "agenda", Meetup.MAX_ITEMS, fields -> item(fields, ids, body, times, clocks)));
    note(MeetupRules.faults(meetup, null), body);
    return meetup;
  }

  private static Seating seating(Fields body) {
    int capacity = body.integer("capacity", 0, MAX_SEATS);
    Integer maxGuests = body.optionalInteger("maxGuests", 0, Limits.MAX_GUESTS);
    Integer reserved = body.optionalInteger("reservedSeats", 0, MAX_SEATS);
    return new Seating(
        capacity,
        maxGuests == null ? 0 : maxGuests,
        body.optionalInteger("waitlistCapacity", 0, MAX_SEATS),
        confirmWithin(body),
        reserved == null ? 0 : reserved);
  }

  private static @Nullable Duration confirmWithin(Fields body) {
    Duration time = body.optionalDuration("confirmWithin");
    if (time != null) {
      note(MeetupRules.faultsOfConfirming(time), body);
    }
    return time;
  }

  private static @Nullable List<Duration> reminders(Fields body) {
    List<Duration> reminders = body.optionalDurations("reminders", 5);
    if (reminders != null) {
      note(MeetupRules.faults(reminders), body);
    }
    return reminders;
  }

  private static AgendaItem item(
      Fields fields, Set<String> ids, Fields body, Times times, @Nullable ZoneId clocks) {
    AgendaItem item =
        new AgendaItem(
            id(fields, ids),
            fields.choice("kind", AgendaItemKind.class),
            fields.instantIn("startsAt", clocks),
            fields.optionalInstantIn("endsAt", clocks),
            fields.line("title", 1, AgendaItem.MAX_TITLE),
            fields.optionalText("abstract", Meetup.MAX_TEXT),
            fields.objects("speakers", AgendaItem.MAX_SPEAKERS, MeetupReader::speaker),
            fields.optionalUrl("slidesUrl"),
            fields.optionalUrl("recordingUrl"));
    if (fields.good("startsAt", "endsAt")
        && body.good("startsAt", "endsAt")
        && times.startsAt().isBefore(times.endsAt())) {
      note(MeetupRules.faults(item, times.startsAt(), times.endsAt()), fields);
    }
    return item;
  }

  private static String id(Fields fields, Set<String> others) {
    String id = fields.optionalLine("id", 64);
    if (id == null) {
      return AgendaItem.NO_ID;
    }
    if (!ID.matcher(id).matches()) {
      fields.reject("id", "must consist of letters A-Z, digits, - and _; or leave it out");
    } else if (!others.add(id)) {
      fields.reject("id", "must not be the id of another item");
    }
    return id;
  }

  private static Host host(Fields fields) {
    return new Host(fields.line("name", 1, MAX_LINE), fields.optionalUrl("url"));
  }

  private static Venue venue(Fields fields) {
    return new Venue(
        fields.line("name", 1, MAX_LINE),
        fields.optionalLine("address", MAX_ADDRESS),
        fields.optionalUrl("url"));
  }

  private static Sponsor sponsor(Fields fields) {
    return new Sponsor(
        fields.line("name", 1, MAX_LINE),
        fields.optionalLine("contribution", MAX_ADDRESS),
        fields.optionalUrl("url"));
  }

  private static Speaker speaker(Fields fields) {
    return new Speaker(
        fields.line("name", 1, MAX_LINE),
        fields.optionalLine("role", MAX_LINE),
        fields.optionalLine("organization", MAX_LINE));
  }

  private static void note(List<Fault> faults, Fields fields) {
    for (Fault fault : faults) {
      if (fields.good(fault.involved().toArray(String[]::new))) {
        fields.reject(fault.field(), fault.message());
      }
    }
  }
}
