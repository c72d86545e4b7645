package org.doorsopen.notification.allowances;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.doorsopen.identity.MailboxIds;
import org.doorsopen.notification.allowances.CountedMails.NewRow;
import org.doorsopen.notification.allowances.CountedMails.Row;
import org.doorsopen.notification.mails.Mail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/**
 * Keeps anybody's mailbox from being flooded through us, whatever is typed into forms.
 *
 * <p>A mail is counted once, in the transaction that takes it out of the queue to be sent: only
 * then is its address certain to be known, because contacts come by another topic than decisions.
 */
@Service
public class Allowances {

  private final CountedMails mails;
  private final MailboxIds mailboxIds;

  Allowances(CountedMails mails, MailboxIds mailboxIds) {
    this.mails = mails;
    this.mailboxIds = mailboxIds;
  }

  /** A mail that is ready to go out to an address. */
  public record Candidate(Mail mail, String email, Precedence precedence) {

    /** An attempt that failed was counted, and so was one that an unknown end has. */
    private boolean isTriedAgain() {
      return mail.tries().attempts() > 0 && mail.times().lastRetry() == null;
    }
  }

  /** A verdict on each by the mail's id, in the order given; in the caller's transaction. */
  public Map<UUID, Admission> admit(List<Candidate> candidates, Instant now) {
    Map<UUID, Admission> verdicts = new HashMap<>();
    Map<UUID, String> mailboxes =
        candidates.stream()
            .filter(candidate -> !candidate.isTriedAgain())
            .collect(
                Collectors.toMap(
                    candidate -> candidate.mail().id(),
                    candidate -> mailboxIds.of(candidate.email())));
    if (!mailboxes.isEmpty()) {
      Set<String> all = new TreeSet<>(mailboxes.values());
      mails.lock(all);
      admit(candidates, mailboxes, mails.since(now.minus(Allowance.DAY), all), verdicts, now);
    }
    candidates.forEach(
        candidate -> verdicts.putIfAbsent(candidate.mail().id(), new Admission.Admitted()));
    return verdicts;
  }

  private void admit(
      List<Candidate> candidates,
      Map<UUID, String> mailboxes,
      Map<String, List<Row>> before,
      Map<UUID, Admission> verdicts,
      Instant now) {
    Map<String, Allowance> allowances = new HashMap<>();
    List<NewRow> admitted = new ArrayList<>();
    for (Candidate candidate : candidates) {
      UUID mailId = candidate.mail().id();
      String mailbox = mailboxes.get(mailId);
      if (mailbox == null) {
        continue;
      }
      List<Row> rows = before.getOrDefault(mailbox, List.of());
      // It was claimed before, and put back.
      if (rows.stream().anyMatch(row -> row.mailId().equals(mailId))) {
        continue;
      }
      Admission verdict =
          allowances
              .computeIfAbsent(
                  mailbox, _ -> new Allowance(rows.stream().map(Row::counted).toList()))
              .admit(candidate.precedence(), now);
      verdicts.put(mailId, verdict);
      if (verdict instanceof Admission.Admitted) {
        admitted.add(new NewRow(mailId, mailbox, candidate.precedence()));
      }
    }
    if (!admitted.isEmpty()) {
      mails.count(admitted, now);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class AllowanceJobs {

    @Bean
    RecurringTask<Void> forgetCountedMails(CountedMails mails, InstantSource clock) {
      return Tasks.recurring("forget-counted-mails", FixedDelay.ofHours(1))
          .execute((_, _) -> mails.forget(clock.instant().minus(Allowance.DAY)));
    }
  }
}
