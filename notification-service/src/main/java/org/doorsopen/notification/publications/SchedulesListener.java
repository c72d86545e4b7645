package org.doorsopen.notification.publications;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.notification.inbox.Inbox;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.PublishedMeetups;
import org.doorsopen.notification.reminders.Plans;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class SchedulesListener {

  private final Inbox inbox;
  private final Announcer announcer;
  private final Plans plans;

  SchedulesListener(Inbox inbox, Announcer announcer, Plans plans) {
    this.inbox = inbox;
    this.announcer = announcer;
    this.plans = plans;
  }

  @KafkaListener(
      topics = Topics.SCHEDULES,
      groupId = "notification-schedules",
      concurrency = "${doors.listener-threads}")
  void on(ConsumerRecord<String, @Nullable Object> event) {
    if (event.value() instanceof ScheduleChanged change) {
      inbox.once(event, cause -> handle(PublishedMeetups.publication(change, cause)));
    }
  }

  private void handle(Publication publication) {
    announcer.published(publication);
    plans.reminding(publication);
  }
}
