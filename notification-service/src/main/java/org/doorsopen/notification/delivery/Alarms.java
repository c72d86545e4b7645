package org.doorsopen.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorsopen.notification.delivery.ServerRest.News;
import org.doorsopen.notification.smtp.SmtpOutcome;
import org.doorsopen.notification.smtp.Verdict;
import org.doorsopen.notification.troubles.ServerTroubles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says once, and not for each mail, that mails do not go out: as a line of the log, as a metric,
 * and on the desk.
 */
@Component
class Alarms {

  private static final Logger log = LoggerFactory.getLogger(Alarms.class);

  private final ServerTroubles troubles;
  private final MeterRegistry metrics;
  private final Map<Verdict, AtomicInteger> lasting = new EnumMap<>(Verdict.class);

  Alarms(ServerTroubles troubles, MeterRegistry metrics) {
    this.troubles = troubles;
    this.metrics = metrics;
    for (Verdict verdict : Verdict.values()) {
      if (verdict.patience() != null) {
        AtomicInteger now = new AtomicInteger();
        lasting.put(verdict, now);
        metrics.counter("doors.mails.alarms", "trouble", verdict.name());
        if (verdict.longestRest() != null) {
          Gauge.builder("doors.mails.held.up", now, AtomicInteger::get)
              .tag("trouble", verdict.name())
              .register(metrics);
        }
      }
    }
  }

  /** May be repeated if it fails; it is told once all the same. */
  void tell(List<News> news, SmtpOutcome outcome) {
    news.forEach(one -> tell(one, outcome));
  }

  private void tell(News news, SmtpOutcome outcome) {
    switch (news) {
      case News.Alarm(Verdict verdict, boolean first) -> {
        troubles.note(verdict, words(outcome));
        lasting.get(verdict).set(1);
        if (first) {
          metrics.counter("doors.mails.alarms", "trouble", verdict.name()).increment();
          log.warn("Mails do not go out ({}): {}", verdict, words(outcome));
        }
      }
      case News.StillThere(Verdict verdict) -> troubles.note(verdict, words(outcome));
      case News.Over(Verdict verdict) -> {
        troubles.over(verdict);
        lasting.get(verdict).set(0);
        log.info("Mails go out again ({})", verdict);
      }
    }
  }

  private static String words(SmtpOutcome outcome) {
    return switch (outcome) {
      case SmtpOutcome.Accepted _ -> "";
      case SmtpOutcome.Refused(Verdict _, String words) -> words;
      case SmtpOutcome.Postponed(Verdict _, String words) -> words;
      case SmtpOutcome.Unanswered(String words) -> words;
    };
  }
}
