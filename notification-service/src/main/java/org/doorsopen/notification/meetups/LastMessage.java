package org.doorsopen.notification.meetups;

/**
 * When organizers wanted the last of their messages about a meetup. The owner of the messages
 * implements it, because no other package reads their table.
 */
public interface LastMessage {

  /**
   * One SQL query for that instant, or null if none was read; it becomes a part of the statement
   * that every decision asks about its meetup, so that no decision asks for messages where there
   * are none. It may use {@code :meetupId}.
   */
  String sql();
}
