package org.doorsopen.schedule.publishing;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.doorsopen.schedule.publications.Publishing.Announcement;
import org.doorsopen.web.body.FormBodies;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads what an organizer says to a version, by the rules that the API has for it. */
@Component
final class NoteReader {

  boolean isGood(@Nullable String typed) {
    try {
      read(typed);
      return true;
    } catch (InvalidFields e) {
      return false;
    }
  }

  /**
   * Null for a blank one.
   *
   * @throws InvalidFields if it is too long, or has characters that mails cannot show
   */
  @Nullable String read(@Nullable String typed) {
    return FormBodies.read(
            Map.of("note", Objects.requireNonNullElse(typed, "")),
            Set.of(),
            (fields, _) -> new Note(fields.optionalText("note", Announcement.MAX_NOTE)),
            new HttpHeaders())
        .text();
  }

  private record Note(@Nullable String text) {}
}
