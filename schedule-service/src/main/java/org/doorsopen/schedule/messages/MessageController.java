package org.doorsopen.schedule.messages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.MeetupNotFound;
import org.doorsopen.schedule.messages.Message.Addressees;
import org.doorsopen.schedule.messages.Message.State;
import org.doorsopen.schedule.messages.Message.Text;
import org.doorsopen.schedule.messages.Messaging.Author;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets organizers write to those who come or wait. */
@RestController
@Tag(name = "Organizers")
@RequestMapping("/api/schedules/{meetupId}/messages")
class MessageController {

  static final int MAX_LISTED = 100;

  private static final String KEY = "Idempotency-Key";
  private static final Pattern KEYS = Pattern.compile("[\\x20-\\x7e]{1,200}");

  private final Messaging messaging;
  private final Messages messages;
  private final Drafts drafts;

  MessageController(Messaging messaging, Messages messages, Drafts drafts) {
    this.messaging = messaging;
    this.messages = messages;
    this.drafts = drafts;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Writes to those who come or wait, at once or at a time")
  @ApiResponse(responseCode = "201", description = "The message", useReturnTypeSchema = true)
  @ApiResponse(
      responseCode = "409",
      description = "The meetup was never published, is cancelled, or has been over for a week")
  @ApiResponse(responseCode = "422", description = "The key was used for another message")
  @ApiResponse(responseCode = "429", description = "The meetup has too many messages on that day")
  MessageView write(
      @PathVariable UUID meetupId,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestHeader(name = EventHeaders.TRACEPARENT, required = false) @Nullable String trace,
      @RequestBody MessageRequest request,
      Principal organizer) {
    if (key != null && !KEYS.matcher(key).matches()) {
      throw InvalidFields.of(KEY, "must be 1 to 200 printable ASCII characters");
    }
    Author author =
        new Author(Organizers.recordedName(organizer), Traceparent.parse(trace).child());
    return MessageView.of(messaging.write(meetupId, request, key, author));
  }

  @PostMapping("/{messageId}/withdrawal")
  @Operation(summary = "Takes a message back that waits for its time")
  @ApiResponse(responseCode = "200", description = "The message", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "It was sent, or dropped with its meetup")
  MessageView withdraw(
      @PathVariable UUID meetupId, @PathVariable UUID messageId, Principal organizer) {
    return MessageView.of(
        messaging.withdraw(meetupId, messageId, Organizers.recordedName(organizer)));
  }

  @GetMapping
  @Operation(summary = "The latest hundred messages of a meetup, those wanted last first")
  MessageList list(@PathVariable UUID meetupId) {
    List<Message> found = messages.of(meetupId, MAX_LISTED);
    if (found.isEmpty() && !drafts.exists(meetupId)) {
      throw new MeetupNotFound();
    }
    return new MessageList(found.stream().map(MessageView::of).toList());
  }

  record MessageList(List<MessageView> messages) {}

  /**
   * A message as it was written.
   *
   * @param settledAt when Kafka had acknowledged it, or it was withdrawn or dropped
   * @param withdrawnBy the name of the organizer who did
   */
  record MessageView(
      UUID messageId,
      State state,
      Addressees addressees,
      List<UUID> rsvpIds,
      List<Text> texts,
      Instant sendAt,
      Instant writtenAt,
      String writtenBy,
      @Nullable Instant settledAt,
      @Nullable String withdrawnBy) {

    static MessageView of(Message message) {
      return new MessageView(
          message.messageId(),
          message.state(),
          message.addressees(),
          message.rsvpIds(),
          message.texts(),
          message.sendAt(),
          message.writtenAt(),
          message.writtenBy(),
          message.settledAt(),
          message.withdrawnBy());
    }
  }
}
