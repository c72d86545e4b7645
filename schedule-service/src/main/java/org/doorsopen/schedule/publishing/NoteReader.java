package org.doorsopen.schedule.publishing;

import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.meetups.domain.versions.Notify;
import org.doorsopen.schedule.publications.Publishing.Announcement;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.body.FormBodies;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads what an organizer says to a version, by the rules that the API has for its note. */
@Component
final class NoteReader {

  /** How to mend it, or null: it may be too long, or have characters that mails cannot show. */
  @Nullable String fault(@Nullable String typed, Speech speech) {
    try {
      read(typed);
      return null;
    } catch (InvalidFields e) {
      return speech.say("publish.note.wrong", Announcement.MAX_NOTE);
    }
  }

  /**
   * The announcement with that note, or without one if it is blank.
   *
   * @throws InvalidFields if it has a fault
   */
  Announcement announcement(@Nullable String typed, Notify notify, Principal organizer) {
    return new Announcement(
        read(typed), notify, Organizers.recordedName(organizer), Traceparent.fresh());
  }

  private static @Nullable String read(@Nullable String typed) {
    return FormBodies.read(
            Map.of("note", Objects.requireNonNullElse(typed, "")),
            Set.of(),
            (fields, _) -> new Note(fields.optionalText("note", Announcement.MAX_NOTE)),
            new HttpHeaders())
        .text();
  }

  private record Note(@Nullable String text) {}
}
