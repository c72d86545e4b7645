package org.doorsopen.notification.meetups.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * One reminder of one start. A start that moves has reminders of its own.
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

  /** Part of the key of jobs and mails, so the same lead and start must always give the same. */
  public String id() {
    return lead + AT + startsAt;
  }

  public Instant dueAt() {
    return startsAt.minus(lead);
  }

  /** False if the start was published so late that the publication is reminder enough. */
  public boolean isAheadAt(Instant publishedAt) {
    return publishedAt.isBefore(dueAt());
  }

  /** A reminder may be late by half of its lead; after that it is of no use any more. */
  public boolean isOfUseAt(Instant now) {
    return !now.isAfter(dueAt().plus(lead.dividedBy(2)));
  }
}
