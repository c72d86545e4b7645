package org.doorsopen.notification.publications;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.inbox.Inbox;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.PublishedMeetups;
import org.doorsopen.notification.reminders.ReminderPlans;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.RoomChanged;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Reads what was published of meetups, and the online rooms, which are a topic of their own.
 * Everything that follows from a publication, the jobs included, is one transaction with the note
 * that it was handled, so that a redelivered event changes nothing.
 *
 * <p>A publication of a meetup that is online is taken in when its room was read as well. Meanwhile
 * it holds up nothing else: it is kept, and mails about it wait as they do for any publication that
 * has not come.
 */
@Component
class SchedulesListener {

  private final Inbox inbox;
  private final Meetups meetups;
  private final Rooms rooms;
  private final Announcer announcer;
  private final ReminderPlans reminders;

  SchedulesListener(
      Inbox inbox, Meetups meetups, Rooms rooms, Announcer announcer, ReminderPlans reminders) {
    this.inbox = inbox;
    this.meetups = meetups;
    this.rooms = rooms;
    this.announcer = announcer;
    this.reminders = reminders;
  }

  @KafkaListener(topics = Topics.SCHEDULES, groupId = "notification-schedules")
  void onSchedule(ConsumerRecord<String, @Nullable Object> event) {
    if (event.value() instanceof ScheduleChanged change) {
      inbox.once(event, cause -> handle(change, cause));
    }
  }

  @KafkaListener(topics = Topics.ROOMS, groupId = "notification-rooms")
  void onRoom(ConsumerRecord<String, @Nullable Object> event) {
    inbox.once(
        event,
        _ -> {
          switch (event.value()) {
            case null -> withoutRoom(event.key());
            case RoomChanged room -> handle(room);
            default -> {} // a type that came after this build
          }
        });
  }

  private void handle(ScheduleChanged change, Cause cause) {
    String meetupId = change.getMeetupId();
    meetups.lock(meetupId);
    if (!PublishedMeetups.hasRoomElsewhere(change)) {
      takeIn(PublishedMeetups.publication(change, cause));
      return;
    }
    rooms
        .of(meetupId, change.getVersion())
        .ifPresentOrElse(
            room -> takeIn(PublishedMeetups.publication(change, room, cause)),
            () -> rooms.wait(change, cause));
  }

  /** The publications that waited for this room: a later room than theirs is the better one. */
  private void handle(RoomChanged room) {
    meetups.lock(room.getMeetupId());
    rooms.put(room.getMeetupId(), room.getVersion(), room.getOnlineUrl());
    rooms
        .noLongerWaiting(room.getMeetupId(), room.getVersion())
        .forEach(waiting ->
            takeIn(
                PublishedMeetups.publication(
                    waiting.event(), room.getOnlineUrl(), waiting.cause())));
  }

  private void withoutRoom(String meetupId) {
    meetups.lock(meetupId);
    rooms.remove(meetupId);
  }

  private void takeIn(Publication publication) {
    announcer.published(publication);
    reminders.plan(publication);
    // Earlier ones are no news any more.
    rooms.noLongerWaiting(publication.meetupId(), publication.version());
  }
}
