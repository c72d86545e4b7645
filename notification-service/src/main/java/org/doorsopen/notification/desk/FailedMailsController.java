package org.doorsopen.notification.desk;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailLog;
import org.doorsopen.notification.mails.MailStatus;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.troubles.ServerTroubles;
import org.doorsopen.pages.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Renders the mails that were given up as a part of the desk, which another service renders. */
@Controller
@Hidden
class FailedMailsController {

  private static final MailLog.Filter FAILED =
      new MailLog.Filter(null, null, MailStatus.FAILED, null, false);

  private static final MailLog.Filter HELD_BACK = new MailLog.Filter(null, null, null, null, true);

  private static final Duration DAY = Duration.ofDays(1);

  private final ServerTroubles troubles;
  private final MailLog log;
  private final Meetups meetups;
  private final Words words;
  private final InstantSource clock;

  FailedMailsController(
      ServerTroubles troubles, MailLog log, Meetups meetups, Words words, InstantSource clock) {
    this.troubles = troubles;
    this.log = log;
    this.meetups = meetups;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/desk/mails/failed")
  ModelAndView failed(Locale locale) {
    List<Mail> mails = log.find(FAILED, Long.MAX_VALUE, FailedMails.MAX_SHOWN + 1);
    FailedMails page =
        FailedMails.of(
            troubles.now(),
            mails,
            heldBackWithinADay(),
            meetups.latest(mails.stream().map(Mail::meetupId).collect(Collectors.toSet())),
            words.in(locale));
    return new ModelAndView("desk-failed-mails", Map.of("mails", page));
  }

  private int heldBackWithinADay() {
    Instant dayAgo = clock.instant().minus(DAY);
    return (int)
        log.find(HELD_BACK, Long.MAX_VALUE, FailedMails.MAX_COUNTED + 1).stream()
            .filter(mail -> mail.times().heldAt() != null && mail.times().heldAt().isAfter(dayAgo))
            .count();
  }
}
