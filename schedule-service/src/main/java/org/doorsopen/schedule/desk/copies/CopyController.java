package org.doorsopen.schedule.desk.copies;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.InstantSource;
import java.util.UUID;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.schedule.drafts.Creation;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.Editing;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.NextEvening;
import org.doorsopen.web.organizers.Organizers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Makes the next draft of a meetup, and opens it. */
@Controller
@Hidden
class CopyController {

  private final Drafts drafts;
  private final Editing editing;
  private final InstantSource clock;

  CopyController(Drafts drafts, Editing editing, InstantSource clock) {
    this.drafts = drafts;
    this.editing = editing;
    this.clock = clock;
  }

  /**
   * @param key made with the page, so that a double click makes one draft
   */
  @PostMapping("/desk/meetups/{meetupId}/copies")
  void copy(
      @PathVariable UUID meetupId,
      @RequestParam UUID key,
      Principal organizer,
      HttpServletResponse response) {
    Draft last = drafts.get(meetupId);
    Meetup next = NextEvening.after(last.meetup(), clock.instant());
    Draft made = created(next, Organizers.recordedName(organizer), key);
    SeeOther.at("/desk/meetups/" + made.meetupId() + "/edit", response);
  }

  /** The page may have been opened again by Back after the meetup was edited: that is another. */
  private Draft created(Meetup next, String organizer, UUID key) {
    try {
      return editing.create(next, Creation.of(organizer, key.toString(), next));
    } catch (ResponseStatusException used) {
      if (used.getStatusCode() != HttpStatus.UNPROCESSABLE_CONTENT) {
        throw used;
      }
      return editing.create(next, null);
    }
  }
}
