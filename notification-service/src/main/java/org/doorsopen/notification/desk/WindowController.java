package org.doorsopen.notification.desk;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.publications.AnnouncementWindow;
import org.doorsopen.notification.publications.AnnouncementWindow.Open;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.web.organizers.Organizers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Renders the time until mails about a publication go out as a part of the desk, with buttons that
 * hold them back or send them now.
 */
@Controller
@Hidden
@RequestMapping("/desk/mails/{meetupId}/window")
class WindowController {

  private final AnnouncementWindow window;
  private final Meetups meetups;
  private final Words words;
  private final InstantSource clock;

  WindowController(AnnouncementWindow window, Meetups meetups, Words words, InstantSource clock) {
    this.window = window;
    this.meetups = meetups;
    this.words = words;
    this.clock = clock;
  }

  /**
   * @param mails how many there are, in words
   * @param clock the time that is left, in words
   * @param path of this part
   */
  record Shown(String mails, String clock, String path, boolean isHeld) {}

  @GetMapping
  ModelAndView show(@PathVariable UUID meetupId, Locale locale) {
    Speech speech = words.in(locale);
    return new ModelAndView("desk-window")
        .addObject(
            "window",
            window.of(meetupId.toString()).map(open -> shown(meetupId, open, speech)).orElse(null));
  }

  /** The time that is left alone, which is asked for again and again. */
  @GetMapping("/clock")
  ModelAndView clock(@PathVariable UUID meetupId, Locale locale) {
    Speech speech = words.in(locale);
    return new ModelAndView("desk-window-clock")
        .addObject(
            "clock",
            window
                .dueAt(meetupId.toString())
                .map(due -> left(meetupId, due, speech))
                .orElseGet(() -> speech.say("window.over")));
  }

  @PostMapping("/now")
  void sendNow(@PathVariable UUID meetupId, Principal organizer, HttpServletResponse response) {
    window.sendNow(meetupId.toString(), Organizers.recordedName(organizer));
    back(meetupId, response);
  }

  @PostMapping("/hold")
  void hold(@PathVariable UUID meetupId, Principal organizer, HttpServletResponse response) {
    window.hold(meetupId.toString(), Organizers.recordedName(organizer));
    back(meetupId, response);
  }

  /** To the page that has this part. */
  private static void back(UUID meetupId, HttpServletResponse response) {
    SeeOther.at("/desk/meetups/" + meetupId + "/publish", response);
  }

  private Shown shown(UUID meetupId, Open open, Speech speech) {
    String mails =
        open.mails() == 0
            ? speech.say("window.nobody")
            : speech.say("window.mails", open.mails(), open.version());
    String time =
        open.heldBy() == null
            ? left(meetupId, open.dueAt(), speech)
            : speech.say("window.held", open.heldBy(), moment(meetupId, open.dueAt(), speech));
    String path = "/desk/mails/" + meetupId + "/window";
    return new Shown(mails, time, path, open.heldBy() != null);
  }

  private String left(UUID meetupId, Instant due, Speech speech) {
    Duration left = Duration.between(clock.instant(), due).plusMillis(999);
    if (left.toSeconds() <= 0) {
      return speech.say("window.now");
    }
    return left.toHours() > 0
        ? speech.say("window.at", moment(meetupId, due, speech))
        : speech.say("window.in", left.toMinutes(), left.toSecondsPart());
  }

  private String moment(UUID meetupId, Instant instant, Speech speech) {
    ZoneId zone =
        meetups
            .latest(meetupId.toString())
            .map(latest -> latest.meetup().times().zone())
            .orElse(ZoneOffset.UTC);
    return speech.times().moment(instant, zone);
  }
}
