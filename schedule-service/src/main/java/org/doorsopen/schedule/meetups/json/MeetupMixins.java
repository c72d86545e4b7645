package org.doorsopen.schedule.meetups.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.Place;
import org.doorsopen.schedule.meetups.domain.Seating;
import org.doorsopen.schedule.meetups.domain.Times;
import org.doorsopen.schedule.meetups.domain.Windows;
import org.doorsopen.schedule.meetups.domain.versions.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonMixin;

/**
 * How the JSON of the domain's types differs from their components; clients and rows rely on it.
 */
final class MeetupMixins {

  private MeetupMixins() {}

  /** A meetup is flat in JSON. */
  @JacksonMixin(Meetup.class)
  interface OfMeetup {
    @JsonUnwrapped
    Place place();

    @JsonUnwrapped
    Times times();

    @JsonUnwrapped
    Seating seating();

    @JsonUnwrapped
    Windows windows();
  }

  /** {@code abstract} is a keyword of Java. */
  @JacksonMixin(AgendaItem.class)
  interface OfAgendaItem {
    @JsonProperty("abstract")
    @Nullable String abstractText();
  }

  /** {@code new} is a keyword of Java. */
  @JacksonMixin(Change.class)
  interface OfChange {
    @JsonProperty("new")
    @Nullable String now();
  }
}
