package org.doorsopen.standalone.demo;

import java.util.List;
import java.util.Set;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.infrastructure.MailServer.Imap;
import org.doorsopen.infrastructure.Mailbox;

/** Reads the mails themselves, in the embedded mailbox. */
record MailboxLetters(Mailbox mailbox, Imap account) implements Letters {

  static MailboxLetters at(Imap account) {
    return new MailboxLetters(new Mailbox(account), account);
  }

  @Override
  public List<Letter> about(Set<String> rsvpIds) {
    return mailbox.mails().stream()
        .map(MailboxLetters::letter)
        .filter(letter -> rsvpIds.contains(letter.rsvpId()))
        .toList();
  }

  @Override
  public String source() {
    return "read by IMAP from %s:%d".formatted(account.host(), account.port());
  }

  private static Letter letter(Mail mail) {
    return new Letter(
        mail.header("Doors-Rsvp").orElse(""), mail.header("Doors-Kind").orElse(""), mail.subject());
  }
}
