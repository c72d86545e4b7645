package org.doorsopen.notification.desk;

import io.swagger.v3.oas.annotations.Hidden;
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
      new MailLog.Filter(null, null, MailStatus.FAILED, null);

  private final ServerTroubles troubles;
  private final MailLog log;
  private final Meetups meetups;
  private final Words words;

  FailedMailsController(ServerTroubles troubles, MailLog log, Meetups meetups, Words words) {
    this.troubles = troubles;
    this.log = log;
    this.meetups = meetups;
    this.words = words;
  }

  @GetMapping("/desk/mails/failed")
  ModelAndView failed(Locale locale) {
    List<Mail> mails = log.find(FAILED, Long.MAX_VALUE, FailedMails.MAX_SHOWN + 1);
    FailedMails page =
        FailedMails.of(
            troubles.now(),
            mails,
            meetups.latest(mails.stream().map(Mail::meetupId).collect(Collectors.toSet())),
            words.in(locale));
    return new ModelAndView("desk-failed-mails", Map.of("mails", page));
  }
}
