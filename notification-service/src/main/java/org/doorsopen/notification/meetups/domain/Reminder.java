package org.doorsopen.notification.meetups.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * That one start comes, told so long before it. A start that moves has reminders of its own.
 *
 * @param lead how long before the start people are reminded
 */
public record Reminder(Duration lead, Instant startsAt) {

  private static final String AT = "@";

  /**
   * @param id as {@link #id()} gives it
   */
  public static Reminder parse(String id) {
    String[] parts = id.split(AT, 2);
    return new Reminder(Duration.parse(parts[0]), Instant.parse(parts[1]));
  }

  /** The same for the same lead and start. */
  public String id() {
    return lead + AT + startsAt;
  }

  public Instant dueAt() {
    return startsAt.minus(lead);
  }

  /** A start that is announced later than it could be reminded of is news enough. */
  public boolean isAheadAt(Instant publishedAt) {
    return publishedAt.isBefore(dueAt());
  }

  /** Late by half of the lead is of use to who still has to leave home; later is not. */
  public boolean isOfUseAt(Instant now) {
    return !now.isAfter(dueAt().plus(lead.dividedBy(2)));
  }
}
