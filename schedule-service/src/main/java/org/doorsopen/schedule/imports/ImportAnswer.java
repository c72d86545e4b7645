package org.doorsopen.schedule.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.doorsopen.schedule.imports.domain.ImportedItem;
import org.doorsopen.schedule.imports.domain.ImportedMeetup;
import org.doorsopen.schedule.imports.domain.Moment;
import org.doorsopen.schedule.imports.domain.NumberedLine;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.doorsopen.schedule.meetups.domain.Venue;
import org.jspecify.annotations.Nullable;

/**
 * What was read, in the form that a meetup is created with, and what is open about it.
 *
 * @param missing fields that have to be given, or mostly are; {@code date} is the day that times
 *     lack
 * @param lines what the numbers of lines count, where that is not the body itself: the text of a
 *     page; else left out
 */
@JsonInclude(Include.NON_NULL)
record ImportAnswer(
    ImportedDraft draft,
    List<NumberedLine> notUnderstood,
    List<String> missing,
    List<Uncertainty> uncertain,
    @Nullable List<String> lines) {

  /** A field that may be meant in another way, and the line that it was read from. */
  record Uncertainty(String field, int line, String why) {}

  /** As a meetup; times are as much of ISO 8601 as is known, such as 18:30. */
  @JsonInclude(Include.NON_EMPTY)
  record ImportedDraft(
      @Nullable String title,
      @Nullable String description,
      List<Host> hosts,
      @Nullable ImportedVenue venue,
      @Nullable String onlineUrl,
      @Nullable String timeZone,
      @Nullable String startsAt,
      @Nullable String endsAt,
      @Nullable Integer capacity,
      @Nullable String rsvpClosesAt,
      @Nullable String codeOfConductUrl,
      List<Sponsor> sponsors,
      List<ItemDraft> agenda) {}

  /** As {@link Venue}, but the name may be missing. */
  @JsonInclude(Include.NON_NULL)
  record ImportedVenue(@Nullable String name, @Nullable String address, @Nullable String url) {}

  /** As an item of an agenda, but the start may be missing. */
  @JsonInclude(Include.NON_EMPTY)
  record ItemDraft(
      AgendaItemKind kind,
      @Nullable String startsAt,
      @Nullable String endsAt,
      String title,
      @JsonProperty("abstract") @Nullable String abstractText,
      List<Speaker> speakers) {}

  static ImportAnswer of(ReadAnnouncement read, Reasons reasons, boolean withLines) {
    return new ImportAnswer(
        draft(read.draft()),
        read.notUnderstood(),
        read.missing(),
        read.uncertain().stream()
            .map(doubt -> new Uncertainty(doubt.field(), doubt.line(), reasons.inWords(doubt)))
            .toList(),
        withLines ? read.lines() : null);
  }

  private static ImportedDraft draft(ImportedMeetup meetup) {
    boolean hasVenue =
        meetup.venueName() != null || meetup.venueAddress() != null || meetup.venueUrl() != null;
    return new ImportedDraft(
        meetup.title(),
        meetup.description(),
        meetup.hosts(),
        hasVenue
            ? new ImportedVenue(meetup.venueName(), meetup.venueAddress(), meetup.venueUrl())
            : null,
        meetup.onlineUrl(),
        meetup.timeZone(),
        text(meetup.startsAt()),
        text(meetup.endsAt()),
        meetup.capacity(),
        text(meetup.rsvpClosesAt()),
        meetup.codeOfConductUrl(),
        meetup.sponsors(),
        meetup.agenda().stream().map(ImportAnswer::item).toList());
  }

  private static ItemDraft item(ImportedItem item) {
    return new ItemDraft(
        item.kind(),
        text(item.startsAt()),
        text(item.endsAt()),
        item.title(),
        item.abstractText(),
        item.speakers());
  }

  private static @Nullable String text(@Nullable Moment moment) {
    return moment == null ? null : moment.toString();
  }
}
