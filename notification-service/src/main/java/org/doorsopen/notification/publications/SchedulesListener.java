package org.doorsopen.notification.publications;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.notification.inbox.Inbox;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.PublishedMeetups;
import org.doorsopen.notification.reminders.ReminderPlans;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Reads what was published of meetups. Everything that follows from a publication, the jobs
 * included, is one transaction with the note that it was handled, so that a redelivered event
 * changes nothing.
 */
@Component
class SchedulesListener {

  private final Inbox inbox;
  private final Announcer announcer;
  private final ReminderPlans reminders;

  SchedulesListener(Inbox inbox, Announcer announcer, ReminderPlans reminders) {
    this.inbox = inbox;
    this.announcer = announcer;
    this.reminders = reminders;
  }

  @KafkaListener(topics = Topics.SCHEDULES, groupId = "notification-schedules")
  void on(ConsumerRecord<String, @Nullable Object> event) {
    if (event.value() instanceof ScheduleChanged change) {
      inbox.once(event, cause -> handle(PublishedMeetups.publication(change, cause)));
    }
  }

  private void handle(Publication publication) {
    announcer.published(publication);
    reminders.plan(publication);
  }
}
