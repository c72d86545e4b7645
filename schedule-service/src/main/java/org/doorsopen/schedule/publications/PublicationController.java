package org.doorsopen.schedule.publications;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.IfMatch;
import org.doorsopen.schedule.drafts.MeetupNotFound;
import org.doorsopen.schedule.meetups.domain.versions.Change;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.Notify;
import org.doorsopen.schedule.publications.Publishing.Announcement;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.organizers.Organizers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets organizers publish and cancel a meetup, and shows what was published. */
@RestController
@Tag(name = "Organizers")
@RequestMapping("/api/schedules/{meetupId}")
class PublicationController {

  private final Publishing publishing;
  private final Publications publications;
  private final Drafts drafts;

  PublicationController(Publishing publishing, Publications publications, Drafts drafts) {
    this.publishing = publishing;
    this.publications = publications;
    this.drafts = drafts;
  }

  @PostMapping("/publications")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Publishes what is saved as the next version of the meetup")
  @ApiResponse(responseCode = "201", description = "The version", useReturnTypeSchema = true)
  @ApiResponse(
      responseCode = "409",
      description =
          "Nothing has changed, RSVPs are closed, it begins in the past, or it is cancelled")
  @ApiResponse(responseCode = "412", description = "The meetup was edited since it was read")
  PublicationView publish(
      @PathVariable UUID meetupId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = EventHeaders.TRACEPARENT, required = false) @Nullable String trace,
      @RequestBody(required = false) @Nullable PublicationRequest request,
      Principal organizer) {
    return PublicationView.of(
        publishing.publish(
            meetupId,
            IfMatch.optional(ifMatch),
            request != null && request.confirmPast(),
            request == null
                ? announcement(null, Notify.AUTO, organizer, trace)
                : announcement(request.note(), request.audience(), organizer, trace)));
  }

  @GetMapping("/publications")
  @Operation(summary = "All versions of a meetup, the first one first")
  PublicationList history(@PathVariable UUID meetupId) {
    List<Publication> history = publications.of(meetupId);
    if (history.isEmpty() && !drafts.exists(meetupId)) {
      throw new MeetupNotFound();
    }
    return new PublicationList(history.stream().map(PublicationView::of).toList());
  }

  @PostMapping("/cancellation")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Cancels a published meetup for good")
  @ApiResponse(responseCode = "201", description = "The version", useReturnTypeSchema = true)
  @ApiResponse(
      responseCode = "409",
      description = "It was never published, is over, or is cancelled already")
  @ApiResponse(responseCode = "412", description = "The meetup was edited since it was read")
  PublicationView cancel(
      @PathVariable UUID meetupId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = EventHeaders.TRACEPARENT, required = false) @Nullable String trace,
      @RequestBody(required = false) @Nullable CancellationRequest request,
      Principal organizer) {
    String note = request == null ? null : request.note();
    return PublicationView.of(
        publishing.cancel(
            meetupId,
            IfMatch.optional(ifMatch),
            announcement(note, Notify.AUTO, organizer, trace)));
  }

  private static Announcement announcement(
      @Nullable String note, Notify audience, Principal organizer, @Nullable String trace) {
    return new Announcement(
        note, audience, Organizers.recordedName(organizer), Traceparent.parse(trace).child());
  }

  /** All versions of a meetup, the first one first. */
  record PublicationList(List<PublicationView> publications) {}

  /**
   * A version as it was announced.
   *
   * @param changes against the version before; empty for the first
   * @param publishedBy the organizer's name; null where it was not recorded
   * @param sentAt when Kafka had acknowledged the event; null until then
   */
  record PublicationView(
      int version,
      MeetupStatus status,
      List<Change> changes,
      @Nullable String note,
      @JsonProperty("notify") Notify audience,
      Instant publishedAt,
      @Nullable String publishedBy,
      @Nullable Instant sentAt) {

    static PublicationView of(Publication publication) {
      return new PublicationView(
          publication.version(),
          publication.status(),
          publication.changes(),
          publication.note(),
          publication.audience(),
          publication.publishedAt(),
          publication.publishedBy(),
          publication.sentAt());
    }
  }
}
