package org.doorsopen.schedule.imports;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.doorsopen.schedule.imports.domain.ImportedItem;
import org.doorsopen.schedule.imports.domain.ImportedMeetup;
import org.doorsopen.schedule.imports.domain.Moment;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the fields of the form in which a meetup is written, by the names that the API has;
 * times are as a clock in the room shows them.
 */
final class HandedOver {

  /** A field that the browser sends without showing it. */
  record Field(String name, String value) {}

  private final List<Field> fields = new ArrayList<>();

  private HandedOver() {}

  static List<Field> of(ImportedMeetup meetup) {
    HandedOver all = new HandedOver();
    all.put("title", meetup.title());
    all.put("description", meetup.description());
    all.put("timeZone", meetup.timeZone());
    all.put("startsAt", dated(meetup.startsAt()));
    all.put("endsAt", dated(meetup.endsAt()));
    all.put("capacity", meetup.capacity() == null ? null : meetup.capacity().toString());
    all.put("venue.name", meetup.venueName());
    all.put("venue.address", meetup.venueAddress());
    all.put("venue.url", meetup.venueUrl());
    all.put("onlineUrl", meetup.onlineUrl());
    all.put("rsvpClosesAt", dated(meetup.rsvpClosesAt()));
    all.put("codeOfConductUrl", meetup.codeOfConductUrl());
    for (int i = 0; i < meetup.hosts().size(); i++) {
      Host host = meetup.hosts().get(i);
      all.put("hosts[" + i + "].name", host.name());
      all.put("hosts[" + i + "].url", host.url());
    }
    for (int i = 0; i < meetup.sponsors().size(); i++) {
      Sponsor sponsor = meetup.sponsors().get(i);
      all.put("sponsors[" + i + "].name", sponsor.name());
      all.put("sponsors[" + i + "].contribution", sponsor.contribution());
      all.put("sponsors[" + i + "].url", sponsor.url());
    }
    for (int i = 0; i < meetup.agenda().size(); i++) {
      all.item("agenda[" + i + "].", meetup.agenda().get(i));
    }
    return List.copyOf(all.fields);
  }

  private void item(String path, ImportedItem item) {
    put(path + "kind", item.kind().name());
    put(path + "startsAt", clock(item.startsAt()));
    put(path + "endsAt", clock(item.endsAt()));
    put(path + "title", item.title());
    put(path + "abstract", item.abstractText());
    for (int i = 0; i < item.speakers().size(); i++) {
      Speaker speaker = item.speakers().get(i);
      put(path + "speakers[" + i + "].name", speaker.name());
      put(path + "speakers[" + i + "].role", speaker.role());
      put(path + "speakers[" + i + "].organization", speaker.organization());
    }
  }

  private void put(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fields.add(new Field(name, value));
    }
  }

  private static @Nullable String dated(@Nullable Moment moment) {
    if (moment == null) {
      return null;
    }
    LocalDate date = moment.date();
    LocalTime time = moment.time();
    return new Moment(date, time, null).toString();
  }

  /** Without the date, which follows the start. */
  private static @Nullable String clock(@Nullable Moment moment) {
    LocalTime time = moment == null ? null : moment.time();
    return time == null ? null : new Moment(null, time, null).toString();
  }
}
