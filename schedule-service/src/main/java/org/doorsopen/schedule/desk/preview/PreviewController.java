package org.doorsopen.schedule.desk.preview;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doorsopen.identity.PreviewTokens;
import org.doorsopen.identity.PreviewTokens.Preview;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.MeetupNotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Makes links to drafts, and shows a draft to everybody who has one. */
@Controller
@Hidden
class PreviewController {

  /** Long enough for a week of answers; a further link is one tap away. */
  private static final Duration LIFE = Duration.ofDays(14);

  private final Drafts drafts;
  private final PreviewTokens tokens;
  private final Words words;
  private final InstantSource clock;

  PreviewController(Drafts drafts, PreviewTokens tokens, Words words, InstantSource clock) {
    this.drafts = drafts;
    this.tokens = tokens;
    this.words = words;
    this.clock = clock;
  }

  /** Leads an organizer to a link that can be sent to others. */
  @GetMapping("/desk/meetups/{meetupId}/preview")
  void link(@PathVariable UUID meetupId, HttpServletResponse response) {
    if (!drafts.exists(meetupId)) {
      throw new MeetupNotFound();
    }
    Preview preview = new Preview(meetupId.toString(), clock.instant().plus(LIFE));
    SeeOther.at("/previews/" + tokens.issue(preview), response);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @GetMapping("/previews/{token}")
  ModelAndView preview(@PathVariable String token, Locale locale, HttpServletResponse response) {
    Instant now = clock.instant();
    Preview preview =
        tokens
            .read(token)
            .filter(genuine -> genuine.end().isAfter(now))
            .orElseThrow(MeetupNotFound::new);
    Draft draft = drafts.get(UUID.fromString(preview.meetupId()));
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    return new ModelAndView(
        "preview",
        Map.of(
            "page",
            PreviewPage.of(draft.meetup(), preview.end(), words.in(locale)),
            "ownTime",
            true));
  }
}
