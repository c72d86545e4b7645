package org.doorsopen.schedule.publications;

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

/**
 * Lets organizers see which publications and messages could not be read, and answer that. A meetup
 * of which one was set aside waits: its RSVPs go on with the next version, or with the last one,
 * which is sent again when the record is discarded.
 */
@RestController
@RequestMapping("/api/dead-letters/schedules")
@Tag(name = "Organizers")
class DeadLettersController {

  private final DeadLetterDesk desk;
  private final PublicationSender sender;

  DeadLettersController(DeadLetterDesk desk, PublicationSender sender) {
    this.desk = desk;
    this.sender = sender;
  }

  record Waiting(List<DeadLetter> deadLetters) {}

  @GetMapping
  @Operation(summary = "Records that could not be read and wait for an answer, the oldest first")
  Waiting waiting() {
    return new Waiting(desk.waiting(Topics.ofScheduleService()));
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
      Whole whole = find(origin);
      desk.replay(whole, Organizers.recordedName(organizer));
      sendLatestAgain(whole);
    } catch (NotNow e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }

  @PostMapping("/{origin}/discard")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary =
          "Says that nothing is to become of the record, and sends the last version of its meetup again")
  void discard(@PathVariable String origin, Principal organizer) {
    Whole whole = find(origin);
    sendLatestAgain(whole);
    desk.discard(whole, Organizers.recordedName(organizer));
  }

  /**
   * The topics of versions and of rooms keep the last record of a meetup, which is to be of its
   * last version.
   */
  private void sendLatestAgain(Whole whole) {
    if (!whole.letter().topic().equals(Topics.MESSAGES)) {
      sender.sendLatestAgain(whole.letter().key());
    }
  }

  private Whole find(String origin) {
    return desk.find(Topics.ofScheduleService(), origin)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such record waits."));
  }
}
