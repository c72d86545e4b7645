package org.doorsopen.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the platform and how each is kept. */
public final class Topics {

  /** The requests of attendees; keyed by meetupId. */
  public static final String RSVPS = "rsvps";

  /** Bytes of {@link #RSVPS} that nobody can decode; keyed as they came. */
  public static final String RSVPS_DLT = "rsvps-dlt";

  /** The decisions about each RSVP; keyed by meetupId. */
  public static final String SEATS = "seats";

  /** Meetups as published, latest version only; keyed by meetupId. */
  public static final String SCHEDULES = "schedules";

  /** Names and addresses, erased by a tombstone; keyed by rsvpId. */
  public static final String CONTACTS = "contacts";

  /** Mails that were asked for and follow from no decision; keyed by rsvpId. */
  public static final String MAIL_REQUESTS = "mail-requests";

  /**
   * A key of {@link #CONTACTS} that is nobody's. Its tombstones go to every partition, so that what
   * is erased there is compacted away; readers pass over them.
   */
  public static final String NOBODY = "nobody";

  /**
   * The topics in which one partition is the lock of a meetup: all have the same number of
   * partitions.
   */
  static final List<String> CO_PARTITIONED = List.of(RSVPS, SEATS, SCHEDULES);

  private Topics() {}

  static List<NewTopic> definitions(TopicSettings settings) {
    return List.of(
        topic(RSVPS, settings, keptFor(Duration.ofDays(30))),
        topic(RSVPS_DLT, settings, keptFor(Duration.ofDays(30))),
        topic(SEATS, settings, keptFor(Duration.ofDays(365))),
        topic(MAIL_REQUESTS, settings, keptFor(Duration.ofDays(1))),
        topic(SCHEDULES, settings, Map.of("cleanup.policy", "compact")),
        topic(
            CONTACTS,
            settings,
            Map.of(
                "cleanup.policy", "compact",
                "max.compaction.lag.ms", millis(Duration.ofHours(12)),
                "delete.retention.ms", millis(Duration.ofDays(30)))));
  }

  private static NewTopic topic(String name, TopicSettings settings, Map<String, String> configs) {
    return new NewTopic(name, Optional.of(settings.partitions()), settings.replicas())
        .configs(configs);
  }

  private static Map<String, String> keptFor(Duration retention) {
    return Map.of("cleanup.policy", "delete", "retention.ms", millis(retention));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
