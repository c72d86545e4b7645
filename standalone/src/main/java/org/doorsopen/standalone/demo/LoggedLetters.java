package org.doorsopen.standalone.demo;

import java.util.List;
import java.util.Set;

/** What the delivery log says, where mail goes to a server that we cannot read. */
record LoggedLetters(Organizer organizer, String meetupId) implements Letters {

  @Override
  public List<Letter> about(Set<String> rsvpIds) {
    return organizer.emails(meetupId).stream()
        .filter(email -> rsvpIds.contains(email.rsvpId()))
        .map(email -> new Letter(email.rsvpId(), email.kind(), "(%s)".formatted(email.status())))
        .toList();
  }

  @Override
  public String source() {
    return "from the delivery log, as mail goes to a server outside";
  }
}
