package org.doorsopen.schedule.publications;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.IfMatch;
import org.doorsopen.schedule.drafts.MeetupNotFound;
import org.doorsopen.schedule.meetups.domain.Change;
import org.doorsopen.schedule.meetups.domain.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.Notify;
import org.doorsopen.schedule.publications.Publishing.Announcement;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.JsonFields;
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

@RestController
@RequestMapping("/api/meetups/{meetupId}")
class PublicationRoutes {

  private static final int LONGEST_NOTE = 2_000;

  private final Publishing publishing;
  private final Publications publications;
  private final Drafts drafts;

  PublicationRoutes(Publishing publishing, Publications publications, Drafts drafts) {
    this.publishing = publishing;
    this.publications = publications;
    this.drafts = drafts;
  }

  @PostMapping("/publications")
  @ResponseStatus(HttpStatus.CREATED)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(schema = @Schema(implementation = PublicationRequest.class)))
  PublicationView publish(
      @PathVariable UUID meetupId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = EventHeaders.TRACEPARENT, required = false) @Nullable String trace,
      @RequestBody(required = false) @Nullable JsonFields body) {
    Notify audience = body == null ? null : body.optionalChoice("notify", Notify.class);
    var announcement = announcement(body, audience == null ? Notify.AUTO : audience, trace);
    return PublicationView.of(
        publishing.publish(meetupId, IfMatch.optional(ifMatch), announcement));
  }

  @GetMapping("/publications")
  PublicationList history(@PathVariable UUID meetupId) {
    List<Publication> history = publications.of(meetupId);
    if (history.isEmpty() && !drafts.exists(meetupId)) {
      throw MeetupNotFound.of(meetupId);
    }
    return new PublicationList(history.stream().map(PublicationView::of).toList());
  }

  @PostMapping("/cancellation")
  @ResponseStatus(HttpStatus.CREATED)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(schema = @Schema(implementation = CancellationRequest.class)))
  PublicationView cancel(
      @PathVariable UUID meetupId,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = EventHeaders.TRACEPARENT, required = false) @Nullable String trace,
      @RequestBody(required = false) @Nullable JsonFields body) {
    var announcement = announcement(body, Notify.AUTO, trace);
    return PublicationView.of(publishing.cancel(meetupId, IfMatch.optional(ifMatch), announcement));
  }

  private static Announcement announcement(
      @Nullable JsonFields body, Notify audience, @Nullable String trace) {
    String note = null;
    if (body != null) {
      note = body.optionalText("note", LONGEST_NOTE);
      body.check();
    }
    return new Announcement(note, audience, Traceparent.parse(trace).child());
  }

  record PublicationRequest(
      @Nullable String note, @JsonProperty("notify") @Nullable Notify audience) {}

  record CancellationRequest(@Nullable String note) {}

  /** In the order of the versions. */
  record PublicationList(List<PublicationView> publications) {}

  /**
   * A version.
   *
   * @param changes against the version before; empty for the first
   * @param sentAt when Kafka had acknowledged the event; null until then
   */
  record PublicationView(
      int version,
      MeetupStatus status,
      List<Change> changes,
      @Nullable String note,
      @JsonProperty("notify") Notify audience,
      Instant publishedAt,
      @Nullable Instant sentAt) {

    static PublicationView of(Publication publication) {
      return new PublicationView(
          publication.version(),
          publication.status(),
          publication.changes(),
          publication.note(),
          publication.audience(),
          publication.publishedAt(),
          publication.sentAt());
    }
  }
}
