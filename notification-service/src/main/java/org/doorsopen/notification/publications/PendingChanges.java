package org.doorsopen.notification.publications;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doorsopen.changes.domain.Announcement;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Untold;
import org.doorsopen.notification.meetups.History;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.recipients.Recipient;

/** The changes of a meetup that one recipient may still have to be told of. */
public final class PendingChanges {

  private final Recipient recipient;
  private final List<Publication> publications;
  private final boolean cancelledOut;
  private final Meetup heard;
  private final Meetup told;
  private final Meetup now;

  private PendingChanges(
      Recipient recipient,
      List<Publication> publications,
      boolean cancelledOut,
      Meetup heard,
      Meetup told,
      Meetup now) {
    this.recipient = recipient;
    this.publications = publications;
    this.cancelledOut = cancelledOut;
    this.heard = heard;
    this.told = told;
    this.now = now;
  }

  /**
   * @param since the version up to which everybody has been told; a recipient who has had no mail
   *     is taken to know the meetup as of that version
   */
  public static PendingChanges of(
      Recipient recipient, int since, Publication latest, Meetups meetups) {
    return of(recipient, since, latest, meetups.history(latest.meetupId()));
  }

  /** As above, for many recipients of the same publication, with its history read once. */
  static PendingChanges of(Recipient recipient, int since, Publication latest, History history) {
    int heard = Math.max(since, Objects.requireNonNullElse(recipient.told().changesUpTo(), 0));
    int told = Objects.requireNonNullElse(recipient.told().version(), since);
    return new PendingChanges(
        recipient,
        history.between(heard, latest.version()),
        history.asOf(heard).filter(latest::saysTheSameAs).isPresent(),
        history.asOf(heard).orElse(latest).meetup(),
        history.asOf(told).orElse(latest).meetup(),
        latest.meetup());
  }

  /** Empty if this recipient is not to be told, by the rule that organizers see applied before. */
  public Optional<Announcement> announcement() {
    boolean everyone = !cancelledOut && publications.stream().anyMatch(Publication::tellEveryone);
    return new Untold(heard, told, now, everyone).announcementFor(recipient.standing());
  }

  /**
   * As {@link #announcement}, and also of changes that were taken back meanwhile: the recipient may
   * have been told of them by a mail that the server never answered.
   */
  public Optional<Announcement> announcementOfWhatMayBeKnown() {
    return announcement()
        .or(() ->
            publications.reversed().stream()
                .map(Publication::meetup)
                .map(known -> Announcement.of(known, now, recipient.standing(), false))
                .flatMap(Optional::stream)
                .findFirst());
  }

  /** The organizers' notes that this recipient has not had yet, oldest first. */
  public List<String> notes() {
    return publications.stream().flatMap(Publication::words).distinct().toList();
  }
}
