package org.doorsopen.access;

import static org.doorsopen.access.ServiceAccount.NOTIFICATION;
import static org.doorsopen.access.ServiceAccount.RSVP;
import static org.doorsopen.access.ServiceAccount.SCHEDULE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A line of the table of topics, from which the rights in Kafka are made. What a service keeps for
 * itself, such as the changelogs of seat allocation, has a name that begins with the service's, and
 * needs no line.
 *
 * @param writtenBy the services that may write; the others cannot
 * @param readBy the services that may read, beside the operator
 * @param open whether everybody with an account for readers may read it, too
 */
public record TopicAccess(
    String topic, Set<ServiceAccount> writtenBy, Set<ServiceAccount> readBy, boolean open) {

  /** A topic without a line can neither be made nor written nor read by any service. */
  public static final List<TopicAccess> TABLE =
      List.of(
          line("rsvps").writtenBy(RSVP).readBy(RSVP).openToReaders(),
          line("seats").writtenBy(RSVP).readBy(RSVP, NOTIFICATION, SCHEDULE).openToReaders(),
          line("schedules").writtenBy(SCHEDULE).readBy(RSVP, NOTIFICATION).openToReaders(),
          line("rooms").writtenBy(SCHEDULE).readBy(RSVP, NOTIFICATION),
          line("messages").writtenBy(SCHEDULE).readBy(NOTIFICATION),
          line("contacts").writtenBy(RSVP).readBy(RSVP, NOTIFICATION),
          line("mail-requests").writtenBy(RSVP).readBy(NOTIFICATION),
          line("erasures").writtenBy(RSVP, NOTIFICATION).readBy(RSVP, NOTIFICATION),
          // Records of it that were set aside are put back by rsvp-service.
          line("deliveries").writtenBy(NOTIFICATION, RSVP).readBy(RSVP, SCHEDULE));

  /**
   * Where records of the topic are set aside: by every service that reads it. The service that
   * writes the topic reads what was set aside, and answers it.
   */
  public TopicAccess deadLetters() {
    Set<ServiceAccount> writers = EnumSet.noneOf(ServiceAccount.class);
    writers.addAll(writtenBy);
    writers.addAll(readBy);
    return new TopicAccess(topic + "-dlt", writers, writtenBy, false);
  }

  private static TopicAccess line(String topic) {
    return new TopicAccess(topic, Set.of(), Set.of(), false);
  }

  private TopicAccess writtenBy(ServiceAccount... services) {
    return new TopicAccess(topic, Set.of(services), readBy, open);
  }

  private TopicAccess readBy(ServiceAccount... services) {
    return new TopicAccess(topic, writtenBy, Set.of(services), open);
  }

  private TopicAccess openToReaders() {
    return new TopicAccess(topic, writtenBy, readBy, true);
  }
}
