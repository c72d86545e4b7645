package org.doorsopen.launcher.demo;

import java.util.List;
import java.util.Set;
import org.doorsopen.infrastructure.Inbox;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.infrastructure.Mailbox;

/** Reads the mails themselves, in our own mailbox. */
record MailboxLetters(Mailbox mailbox, Inbox inbox) implements Letters {

  static MailboxLetters at(Inbox inbox) {
    return new MailboxLetters(new Mailbox(inbox), inbox);
  }

  @Override
  public List<Letter> about(Set<String> rsvpIds) {
    return mails().stream()
        .map(MailboxLetters::letter)
        .filter(letter -> rsvpIds.contains(letter.rsvpId()))
        .toList();
  }

  /** It lives no longer than the process that holds the platform. */
  private List<Mail> mails() {
    try {
      return mailbox.mails();
    } catch (IllegalStateException e) {
      throw new DemoFailure(e.getMessage() + "; does the platform still run?");
    }
  }

  @Override
  public String source() {
    return "read from " + inbox;
  }

  private static Letter letter(Mail mail) {
    return new Letter(
        mail.header("Doors-Rsvp").orElse(""), mail.header("Doors-Kind").orElse(""), mail.subject());
  }
}
