package org.doorsopen.notification;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are told of changes, and when they are reminded.
 *
 * @param changeWindow publications of one meetup within it become one mail; zero tells at once
 * @param reminders how long before the start people are reminded of meetups that do not say so
 *     themselves; an empty list reminds nobody
 */
@ConfigurationProperties("doors.announcements")
public record AnnouncementSettings(
    @DefaultValue("2m") Duration changeWindow,
    @DefaultValue({"24h", "2h"}) List<Duration> reminders) {

  /**
   * @throws IllegalArgumentException if a duration is out of bounds
   */
  public AnnouncementSettings {
    reminders = List.copyOf(reminders);
    if (reminders.stream().anyMatch(lead -> !lead.isPositive())) {
      throw new IllegalArgumentException(
          "doors.announcements.reminders (DOORS_REMINDERS) must be times before the start, such as"
              + " 24h,2h, and are "
              + reminders);
    }
    if (changeWindow.isNegative()) {
      throw new IllegalArgumentException(
          "doors.announcements.change-window (DOORS_CHANGE_WINDOW) must not be negative, and is "
              + changeWindow);
    }
  }
}
