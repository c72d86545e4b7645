package org.doorsopen.notification.desk;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailLog;
import org.doorsopen.notification.mails.MailLog.Outcome;
import org.doorsopen.notification.messages.Messages;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.pages.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Renders what became of mails that organizers caused, as parts of pages of the desk. */
@Controller
@Hidden
class MailOutcomesController {

  private final MailLog log;
  private final Messages messages;
  private final Recipients recipients;
  private final Words words;

  MailOutcomesController(MailLog log, Messages messages, Recipients recipients, Words words) {
    this.log = log;
    this.messages = messages;
    this.recipients = recipients;
    this.words = words;
  }

  @GetMapping("/desk/mails/{meetupId}/messages")
  ModelAndView ofMessages(@PathVariable UUID meetupId, Locale locale) {
    return view(meetupId, List.of(MailKind.MESSAGE), locale);
  }

  @GetMapping("/desk/mails/{meetupId}/changes")
  ModelAndView ofChanges(@PathVariable UUID meetupId, Locale locale) {
    return view(meetupId, List.of(MailKind.SCHEDULE_CHANGED, MailKind.MEETUP_CANCELLED), locale);
  }

  private ModelAndView view(UUID meetupId, List<MailKind> kinds, Locale locale) {
    List<Outcome> outcomes =
        log.outcomes(recipients.everAt(meetupId.toString()), kinds, MailOutcomes.MAX_SHOWN);
    List<String> written =
        outcomes.stream()
            .filter(outcome -> outcome.kind() == MailKind.MESSAGE)
            .map(Outcome::about)
            .toList();
    return new ModelAndView(
        "desk-mail-outcomes",
        Map.of(
            "mails",
            MailOutcomes.of(
                outcomes,
                written.isEmpty() ? Map.of() : messages.find(written),
                words.in(locale))));
  }
}
