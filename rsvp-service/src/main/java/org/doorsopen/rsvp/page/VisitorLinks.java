package org.doorsopen.rsvp.page;

import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.UnsubscribeTokens;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a page about one RSVP gives its visitor to take along: a code for the door, and links. */
@Component
class VisitorLinks {

  private final RsvpTokens tokens;
  private final UnsubscribeTokens unsubscribeTokens;

  VisitorLinks(RsvpTokens tokens, UnsubscribeTokens unsubscribeTokens) {
    this.tokens = tokens;
    this.unsubscribeTokens = unsubscribeTokens;
  }

  /** For people who hold the seats, and could give them up as well. */
  @Nullable CheckInCode code(StatusPage page, RsvpStatus status, RsvpKey key) {
    return status.status() == State.CONFIRMED && page.cancel() != null
        ? CheckInCode.of(key.rsvpId(), tokens.issueForCheckIn(key.meetupId(), key.rsvpId()))
        : null;
  }

  /** The page of the other service that stops them; null where there are none to stop. */
  @Nullable String reminders(AccessGrant grant, RsvpStatus status) {
    return grant.fromMail() && status.status() == State.CONFIRMED
        ? "/unsubscribe/" + unsubscribeTokens.issue(grant.rsvp().rsvpId())
        : null;
  }
}
