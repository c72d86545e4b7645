package org.doorsopen.rsvp;

import org.doorsopen.identity.RsvpTokens;

/** An RSVP with the link that the mails about it have. */
public record MailedRsvp(RsvpTokens tokens, String meetupId, String rsvpId) {

  public String token() {
    return tokens.issueForMail(meetupId, rsvpId);
  }

  public String page() {
    return pageBy(token());
  }

  /** The page as another link shows it. */
  public String pageBy(String token) {
    return "/rsvps/" + rsvpId + "?token=" + token;
  }
}
