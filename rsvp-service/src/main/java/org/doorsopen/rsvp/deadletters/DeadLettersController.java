package org.doorsopen.rsvp.deadletters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.deadletters.DeadLetter;
import org.doorsopen.schemas.deadletters.DeadLetterDesk;
import org.doorsopen.schemas.deadletters.DeadLetterDesk.NotNow;
import org.doorsopen.schemas.deadletters.DeadLetterDesk.Shown;
import org.doorsopen.schemas.deadletters.DeadLetterDesk.Whole;
import org.doorsopen.web.organizers.Organizers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets organizers see what was set aside of RSVPs, decisions and contacts, and answer it. */
@RestController
@RequestMapping("/api/dead-letters/rsvps")
@Tag(name = "Organizers")
class DeadLettersController {

  private final DeadLetterDesk desk;

  DeadLettersController(DeadLetterDesk desk) {
    this.desk = desk;
  }

  record Waiting(List<DeadLetter> deadLetters) {}

  @GetMapping
  @Operation(summary = "Records that could not be read and wait for an answer, the oldest first")
  Waiting waiting() {
    return new Waiting(desk.waiting(Topics.ofRsvpService()));
  }

  @GetMapping("/{origin}")
  @Operation(summary = "One of them with its headers and bytes")
  Shown show(@PathVariable String origin) {
    return find(origin).shown();
  }

  @PostMapping("/{origin}/replay")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Puts the record back into the partition that it came from, once")
  void replay(@PathVariable String origin, Principal organizer) {
    try {
      desk.replay(find(origin), Organizers.recordedName(organizer));
    } catch (NotNow e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }

  @PostMapping("/{origin}/discard")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Says that nothing is to become of the record")
  void discard(@PathVariable String origin, Principal organizer) {
    desk.discard(find(origin), Organizers.recordedName(organizer));
  }

  private Whole find(String origin) {
    return desk.find(Topics.ofRsvpService(), origin)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such record waits."));
  }
}
