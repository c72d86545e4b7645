package org.doorsopen.schedule.imports.domain;

import java.util.List;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.jspecify.annotations.Nullable;

/** An entry of the agenda, as far as the announcement says it. */
public record ImportedItem(
    AgendaItemKind kind,
    @Nullable Moment startsAt,
    @Nullable Moment endsAt,
    String title,
    @Nullable String abstractText,
    List<Speaker> speakers) {

  public ImportedItem {
    speakers = List.copyOf(speakers);
  }
}
