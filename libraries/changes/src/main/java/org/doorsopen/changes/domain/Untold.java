package org.doorsopen.changes.domain;

import java.util.Optional;

/**
 * What was published of a meetup and not told yet. Mails are queued by it, and organizers are shown
 * before they publish whom it concerns: there is no other rule of who is told of what.
 *
 * @param heard the meetup as of the latest news that the recipient was told
 * @param told the meetup as it was in the latest mail to the recipient, of whatever kind
 * @param now the meetup as it is published now
 * @param everyone whether organizers asked that everyone be told (notify ALWAYS)
 */
public record Untold(Meetup heard, Meetup told, Meetup now, boolean everyone) {

  /** Of one publication, for people who know the one before it. */
  public static Untold since(Meetup before, Meetup now, boolean everyone) {
    return new Untold(before, before, now, everyone);
  }

  /**
   * Empty if a recipient who stands there is not to be told. If the organizers want everyone to be
   * told, a mail says what they changed also to people who could have read it in an earlier mail.
   */
  public Optional<Announcement> announcementFor(Standing standing) {
    Optional<Announcement> news = Announcement.of(told, now, standing, everyone);
    return everyone && news.filter(Announcement::isEmpty).isPresent()
        ? Announcement.of(heard, now, standing, true)
        : news;
  }
}
