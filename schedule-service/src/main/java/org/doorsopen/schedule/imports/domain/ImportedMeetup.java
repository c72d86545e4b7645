package org.doorsopen.schedule.imports.domain;

import java.util.List;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.jspecify.annotations.Nullable;

/**
 * A meetup as far as an announcement says it; null is what it does not say.
 *
 * @param timeZone an IANA name
 */
public record ImportedMeetup(
    @Nullable String title,
    @Nullable String description,
    List<Host> hosts,
    @Nullable String venueName,
    @Nullable String venueAddress,
    @Nullable String venueUrl,
    @Nullable String onlineUrl,
    @Nullable String timeZone,
    @Nullable Moment startsAt,
    @Nullable Moment endsAt,
    @Nullable Integer capacity,
    @Nullable Moment rsvpClosesAt,
    @Nullable String codeOfConductUrl,
    List<Sponsor> sponsors,
    List<ImportedItem> agenda) {

  public ImportedMeetup {
    hosts = List.copyOf(hosts);
    sponsors = List.copyOf(sponsors);
    agenda = List.copyOf(agenda);
  }
}
