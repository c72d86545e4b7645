package org.doorsopen.launcher.demo;

import java.util.List;
import java.util.Set;
import org.doorsopen.launcher.demo.Organizer.Email;

/** Mails as the delivery log shows them, for a mail server that we cannot read. */
record LoggedLetters(Organizer organizer, String meetupId) implements Letters {

  private static final Set<String> UNDER_WAY = Set.of("QUEUED", "SENDING");

  @Override
  public List<Letter> about(Set<String> rsvpIds) {
    return organizer.emails(meetupId).stream()
        .filter(email -> rsvpIds.contains(email.rsvpId()))
        .filter(email -> !UNDER_WAY.contains(email.status()))
        .map(LoggedLetters::letter)
        .toList();
  }

  @Override
  public String source() {
    return "from the delivery log, as mail goes to a server outside";
  }

  private static Letter letter(Email email) {
    String subject = "%s (%s)".formatted(email.kind(), email.status());
    return new Letter(email.rsvpId(), email.kind(), subject);
  }
}
