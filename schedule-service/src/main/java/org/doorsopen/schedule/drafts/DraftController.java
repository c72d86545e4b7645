package org.doorsopen.schedule.drafts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets organizers create, edit and read meetups; nobody else sees yet what they save here. */
@RestController
@Tag(name = "Organizers")
@RequestMapping("/api/schedules")
class DraftController {

  private static final int MAX_LISTED = 100;

  private final Editing editing;
  private final Drafts drafts;

  DraftController(Editing editing, Drafts drafts) {
    this.editing = editing;
    this.drafts = drafts;
  }

  @PostMapping
  @Operation(summary = "Creates a meetup, which nobody else sees before it is published")
  @ApiResponse(responseCode = "201", description = "The draft", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "422", description = "The key was used for another meetup")
  ResponseEntity<DraftView> create(
      @RequestHeader(name = Creation.HEADER, required = false) @Nullable String key,
      @RequestBody Meetup meetup,
      Principal organizer) {
    Draft draft =
        editing.create(meetup, Creation.of(Organizers.recordedName(organizer), key, meetup));
    return ResponseEntity.created(URI.create("/api/schedules/" + draft.meetupId()))
        .eTag(draft.tag().toString())
        .body(DraftView.of(draft));
  }

  @PutMapping("/{meetupId}")
  @Operation(summary = "Replaces what is saved of a meetup; what is published stays as it is")
  @ApiResponse(responseCode = "200", description = "The draft", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "The meetup is cancelled")
  @ApiResponse(responseCode = "412", description = "The meetup was edited since it was read")
  @ApiResponse(responseCode = "428", description = "If-Match is missing")
  ResponseEntity<DraftView> edit(
      @PathVariable UUID meetupId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody EditedMeetup edited) {
    return answer(editing.edit(meetupId, IfMatch.required(ifMatch), edited.meetup()));
  }

  @GetMapping("/{meetupId}")
  @Operation(summary = "A meetup as saved")
  ResponseEntity<DraftView> one(@PathVariable UUID meetupId) {
    return answer(drafts.get(meetupId));
  }

  @GetMapping
  @Operation(summary = "The meetups as saved, newest first")
  DraftList list(
      @RequestParam(defaultValue = "50") int limit, @RequestParam @Nullable Long before) {
    if (limit < 1 || limit > MAX_LISTED) {
      throw InvalidFields.of("limit", "must be from 1 to " + MAX_LISTED);
    }
    List<Draft> page = drafts.list(limit + 1, before == null ? Long.MAX_VALUE : before);
    List<Draft> shown = page.subList(0, Math.min(limit, page.size()));
    return new DraftList(
        shown.stream().map(DraftView::of).toList(),
        page.size() > limit ? shown.getLast().number() : null);
  }

  private static ResponseEntity<DraftView> answer(Draft draft) {
    return ResponseEntity.ok().eTag(draft.tag().toString()).body(DraftView.of(draft));
  }

  /**
   * A page of the list, newest first.
   *
   * @param next what to give as {@code before} for the following page; null on the last
   */
  record DraftList(List<DraftView> meetups, @Nullable Long next) {}

  /**
   * A meetup as saved.
   *
   * @param version the latest that was published; null before the first
   */
  record DraftView(
      UUID meetupId,
      MeetupStatus status,
      @Nullable Integer version,
      boolean unpublishedChanges,
      @JsonUnwrapped Meetup meetup) {

    static DraftView of(Draft draft) {
      PublishedVersion latest = draft.latest();
      return new DraftView(
          draft.meetupId(),
          draft.status(),
          latest == null ? null : latest.number(),
          draft.hasUnpublishedChanges(),
          draft.meetup());
    }
  }
}
