package org.doorsopen.notification.allowances;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.doorsopen.identity.MailboxIds;
import org.doorsopen.notification.allowances.Allowance.Counted;
import org.doorsopen.notification.allowances.CountedMails.NewRow;
import org.doorsopen.notification.allowances.CountedMails.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room in a mailbox for mails that organizers send to themselves, to see how they look. */
@Service
public class Trials {

  private final CountedMails mails;
  private final MailboxIds mailboxIds;

  Trials(CountedMails mails, MailboxIds mailboxIds) {
    this.mails = mails;
    this.mailboxIds = mailboxIds;
  }

  /** Counts the mail if there is room for it, by a pseudonym of its mailbox. */
  @Transactional
  public Admission admit(UUID mailId, String email, Instant now) {
    String mailbox = mailboxIds.of(email);
    mails.lock(Set.of(mailbox));
    List<Counted> before =
        mails
            .since(now.minus(Allowance.DAY), Set.of(mailbox))
            .getOrDefault(mailbox, List.of())
            .stream()
            .map(Row::counted)
            .toList();
    // An organizer may type anybody's address, so there is as little room as for a stranger.
    Admission verdict = new Allowance(before).admit(Precedence.SEAT, now);
    if (verdict instanceof Admission.Admitted) {
      mails.count(List.of(new NewRow(mailId, mailbox, Precedence.SEAT)), now);
    }
    return verdict;
  }
}
