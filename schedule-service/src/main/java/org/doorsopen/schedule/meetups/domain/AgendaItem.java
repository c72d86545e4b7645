package org.doorsopen.schedule.meetups.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the evening's agenda.
 *
 * @param id names it across edits and versions; {@link #NO_ID} until {@link AgendaIds} gives one
 * @param endsAt null if none is announced, as for doors that open at six
 * @param abstractText {@code abstract} in JSON and in the events
 * @param slidesUrl null until there are slides; mostly given after the evening
 * @param recordingUrl null until there is a recording; mostly given after the evening
 */
public record AgendaItem(
    String id,
    AgendaItemKind kind,
    Instant startsAt,
    @Nullable Instant endsAt,
    String title,
    @Nullable String abstractText,
    List<Speaker> speakers,
    @Nullable String slidesUrl,
    @Nullable String recordingUrl) {

  public static final String NO_ID = "";

  /** In characters. */
  public static final int MAX_TITLE = 300;

  public static final int MAX_SPEAKERS = 20;

  public AgendaItem {
    speakers = List.copyOf(speakers);
  }

  AgendaItem withId(String id) {
    return new AgendaItem(
        id, kind, startsAt, endsAt, title, abstractText, speakers, slidesUrl, recordingUrl);
  }
}
