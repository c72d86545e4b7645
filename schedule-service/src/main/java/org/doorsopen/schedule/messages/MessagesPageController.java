package org.doorsopen.schedule.messages;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.messages.MessagesPage.Entry;
import org.doorsopen.schedule.messages.Messaging.Author;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.body.Fields;
import org.doorsopen.web.body.FormBodies;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;
import org.doorsopen.web.problems.TooManyRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows the messages of a meetup, with the form in which the next one is written. */
@Controller
@Hidden
@RequestMapping("/desk/meetups/{meetupId}/messages")
class MessagesPageController {

  private static final int MAX_SHOWN = 30;

  /** Of somebody whom the list of those who come has sent here to be written to. */
  private static final String RSVP = "rsvp";

  private final Messaging messaging;
  private final Messages messages;
  private final Drafts drafts;
  private final Words words;
  private final InstantSource clock;

  MessagesPageController(
      Messaging messaging, Messages messages, Drafts drafts, Words words, InstantSource clock) {
    this.messaging = messaging;
    this.messages = messages;
    this.drafts = drafts;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(
      @PathVariable UUID meetupId,
      @RequestParam @Nullable String done,
      @RequestParam(name = RSVP, defaultValue = "") List<String> chosen,
      Locale locale) {
    Speech speech = words.in(locale);
    Draft draft = drafts.get(meetupId);
    Map<String, String> typed = Map.of(MessageRequest.RSVP_IDS, String.join(",", chosen));
    MessageForm form = form(draft, newKey(), typed, Set.of(), null, speech);
    return view(draft, form, "".equals(done), HttpStatus.OK, speech);
  }

  @PostMapping
  @Nullable ModelAndView write(
      @PathVariable UUID meetupId,
      @RequestParam Map<String, String> typed,
      Principal organizer,
      Locale locale,
      HttpServletResponse response) {
    Speech speech = words.in(locale);
    Draft draft = drafts.get(meetupId);
    String key = Objects.requireNonNullElseGet(typed.get(MessageForm.KEY), this::newKey);
    Author author = new Author(Organizers.recordedName(organizer), Traceparent.fresh());
    try {
      write(meetupId, read(typed, zone(draft), speech), key, author);
      return seeOther(path(meetupId) + "?done", response);
    } catch (InvalidFields invalid) {
      Set<String> wrong =
          invalid.errors().stream().map(FieldError::field).collect(Collectors.toSet());
      return again(draft, key, typed, wrong, null, HttpStatus.UNPROCESSABLE_CONTENT, speech);
    } catch (TooManyRequests tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()));
      String note = speech.say("messages.many", Messaging.MAX_A_DAY);
      return again(draft, key, typed, Set.of(), note, HttpStatus.TOO_MANY_REQUESTS, speech);
    }
  }

  @PostMapping("/{messageId}/withdrawal")
  @Nullable ModelAndView withdraw(
      @PathVariable UUID meetupId,
      @PathVariable UUID messageId,
      Principal organizer,
      HttpServletResponse response) {
    messaging.withdraw(meetupId, messageId, Organizers.recordedName(organizer));
    return seeOther(path(meetupId), response);
  }

  /** A form that was sent before, was opened again by Back and says something else is another. */
  private void write(UUID meetupId, MessageRequest request, String key, Author author) {
    try {
      messaging.write(meetupId, request, key, author);
    } catch (ResponseStatusException spent) {
      if (spent.getStatusCode() != HttpStatus.UNPROCESSABLE_CONTENT) {
        throw spent;
      }
      messaging.write(meetupId, request, newKey(), author);
    }
  }

  private static MessageRequest read(Map<String, String> typed, ZoneId zone, Speech speech) {
    String own = speech.locale().getLanguage();
    Map<String, String> body = new HashMap<>(typed);
    body.keySet().retainAll(MessageForm.NAMES);
    return FormBodies.read(
        body,
        Set.of(),
        (fields, _) -> MessageRequest.read(fields, own).at(sendAt(fields, zone)),
        new HttpHeaders());
  }

  /** A time of day in the zone of the meetup, as a browser's own picker gives it. */
  private static @Nullable Instant sendAt(Fields fields, ZoneId zone) {
    String typed = fields.optionalLine(MessageForm.SEND_AT, 30);
    try {
      return typed == null ? null : LocalDateTime.parse(typed).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      fields.reject(MessageForm.SEND_AT, "must be a date and a time");
      return null;
    }
  }

  private ModelAndView again(
      Draft draft,
      String key,
      Map<String, String> typed,
      Set<String> wrong,
      @Nullable String note,
      HttpStatus status,
      Speech speech) {
    return view(draft, form(draft, key, typed, wrong, note, speech), false, status, speech);
  }

  private static MessageForm form(
      Draft draft,
      String key,
      Map<String, String> typed,
      Set<String> wrong,
      @Nullable String note,
      Speech speech) {
    return MessageForm.of(key, typed, wrong, note, zone(draft), speech);
  }

  private ModelAndView view(
      Draft draft, MessageForm form, boolean done, HttpStatus status, Speech speech) {
    Instant now = clock.instant();
    String path = path(draft.meetupId());
    String obstacle = Messaging.obstacle(draft, now);
    List<Entry> history =
        messages.of(draft.meetupId(), MAX_SHOWN).stream()
            .map(message -> MessagesPage.entry(message, path, zone(draft), now, speech))
            .toList();
    MessagesPage page =
        new MessagesPage(
            draft.meetup().title(),
            "/desk/meetups/" + draft.meetupId(),
            path,
            obstacle == null ? null : speech.say("messages.obstacle." + obstacle),
            done ? speech.say("messages.done") : null,
            history,
            "/desk/mails/" + draft.meetupId());
    return new ModelAndView("desk-messages", status)
        .addObject("page", page)
        .addObject("form", obstacle == null ? form : null);
  }

  private static ZoneId zone(Draft draft) {
    return draft.meetup().times().timeZone();
  }

  private static String path(UUID meetupId) {
    return "/desk/meetups/" + meetupId + "/messages";
  }

  private String newKey() {
    return UUID.randomUUID().toString();
  }

  private static @Nullable ModelAndView seeOther(String path, HttpServletResponse response) {
    SeeOther.at(path, response);
    return null;
  }
}
