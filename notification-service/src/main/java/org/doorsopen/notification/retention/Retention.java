package org.doorsopen.notification.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.doorsopen.notification.explanations.Explanations;
import org.doorsopen.notification.exports.Exports;
import org.doorsopen.notification.mails.MailLog;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.messages.Messages;
import org.doorsopen.notification.recipients.Recipients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Forgets what was told to whom a year after the meetup, as the topic forgets the decisions. Names
 * and addresses are gone long before that: their topic says when.
 */
@Component
class Retention {

  private static final Duration KEPT = Duration.ofDays(365);

  /** As long as the mail that tells it may be tried. */
  private static final Duration TRIED_FOR = Duration.ofDays(2);

  private final Meetups meetups;
  private final Recipients recipients;
  private final MailLog mails;
  private final Messages messages;
  private final ErasedIds erased;
  private final Exports exports;
  private final Explanations explanations;
  private final InstantSource clock;

  Retention(
      Meetups meetups,
      Recipients recipients,
      MailLog mails,
      Messages messages,
      ErasedIds erased,
      Exports exports,
      Explanations explanations,
      InstantSource clock) {
    this.meetups = meetups;
    this.recipients = recipients;
    this.mails = mails;
    this.messages = messages;
    this.erased = erased;
    this.exports = exports;
    this.explanations = explanations;
    this.clock = clock;
  }

  void forget() {
    Instant yearAgo = clock.instant().minus(KEPT);
    for (String meetupId : meetups.overBefore(yearAgo)) {
      mails.forget(meetupId);
      recipients.forget(meetupId);
      messages.forget(meetupId);
    }
    erased.forgetErasedBefore(yearAgo);
    Instant tried = clock.instant().minus(TRIED_FOR);
    exports.forgetBefore(tried);
    explanations.forgetBefore(tried);
  }

  @Configuration(proxyBeanMethods = false)
  static class RetentionJobs {

    @Bean
    RecurringTask<Void> forgetOldMeetups(Retention retention) {
      return Tasks.recurring("forget-old-meetups", FixedDelay.ofHours(24))
          .execute((_, _) -> retention.forget());
    }
  }
}
