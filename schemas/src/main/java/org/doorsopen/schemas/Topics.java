package org.doorsopen.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the platform and how each is kept. */
public final class Topics {

  /** The requests of attendees; keyed by meetupId. */
  public static final String RSVPS = "rsvps";

  /** The decisions about each RSVP; keyed by meetupId. */
  public static final String SEATS = "seats";

  /** Meetups as published, latest version only; keyed by meetupId. */
  public static final String SCHEDULES = "schedules";

  /** Online rooms of meetups, for those who have a seat; keyed by meetupId. */
  public static final String ROOMS = "rooms";

  /** What organizers write to those who come or wait; keyed by meetupId. */
  public static final String MESSAGES = "messages";

  /** Names and addresses, erased by a tombstone; keyed by rsvpId. */
  public static final String CONTACTS = "contacts";

  /** Mails that were asked for and follow from no decision; keyed by rsvpId. */
  public static final String MAIL_REQUESTS = "mail-requests";

  /** Erasures that were asked for, and the services' receipts; keyed by rsvpId. */
  public static final String ERASURES = "erasures";

  /** Mails that reached nobody, the latest word about each RSVP; keyed by rsvpId. */
  public static final String DELIVERIES = "deliveries";

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

  /**
   * The broker gives records their timestamps. It would refuse one that a writer gave and that is
   * an hour ahead of its clock, and would keep it longer than the topic says.
   */
  public static final Map<String, String> TIMESTAMPS =
      Map.of("message.timestamp.type", "LogAppendTime");

  private static final String DEAD_LETTERS = "-dlt";

  /**
   * Names and addresses that could not be read are kept aside only for as long as mails wait for
   * them, because no erasure finds them. A segment is deleted as a whole, so each has hours only.
   */
  private static final Map<String, String> CONTACTS_ASIDE =
      Map.of(
          "cleanup.policy", "delete",
          "retention.ms", millis(Duration.ofDays(2)),
          "segment.ms", millis(Duration.ofHours(6)));

  /** Settings that are changed where an earlier release has made the topic with others. */
  static final Map<String, Map<String, String>> REVISED =
      Map.of(deadLettersOf(CONTACTS), CONTACTS_ASIDE);

  /** The topics of events that have no use for an empty value. */
  private static final Set<String> WITHOUT_TOMBSTONES =
      events(new TopicSettings(1, Optional.empty())).stream()
          .filter(topic ->
              topic.name().equals(SCHEDULES)
                  || !topic.configs().getOrDefault("cleanup.policy", "").contains("compact"))
          .map(NewTopic::name)
          .collect(Collectors.toUnmodifiableSet());

  private Topics() {}

  /**
   * Where records of the topic are set aside that a reader cannot make sense of; keyed as they
   * came.
   */
  public static String deadLettersOf(String topic) {
    return topic + DEAD_LETTERS;
  }

  /** The topics of events that schedule-service writes, and so the ones that it can mend. */
  public static Set<String> ofScheduleService() {
    return Set.of(SCHEDULES, ROOMS, MESSAGES);
  }

  /** The topics of events that rsvp-service writes: all the others. */
  public static Set<String> ofRsvpService() {
    return events(new TopicSettings(1, Optional.empty())).stream()
        .map(NewTopic::name)
        .filter(topic -> !ofScheduleService().contains(topic))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether an event without a value means that what was said of its key is erased. */
  public static boolean takesTombstones(String topic) {
    return !WITHOUT_TOMBSTONES.contains(topic);
  }

  /**
   * Whether events of the type are on the topic; any may be on a topic of somebody else's.
   *
   * @param type the full name of the schema
   */
  public static boolean takes(String topic, String type) {
    return EventTypes.areOn(topic, type);
  }

  /** Each topic of events, and beside it the one of its dead letters. */
  static List<NewTopic> definitions(TopicSettings settings) {
    return events(settings).stream()
        .flatMap(topic -> Stream.of(topic, deadLettersOf(topic, settings)))
        .toList();
  }

  /** Records under a key that can be erased are kept aside for a week at most. */
  private static NewTopic deadLettersOf(NewTopic topic, TopicSettings settings) {
    if (topic.name().equals(CONTACTS)) {
      return topic(deadLettersOf(CONTACTS), settings, CONTACTS_ASIDE);
    }
    Duration kept = takesTombstones(topic.name()) ? Duration.ofDays(7) : Duration.ofDays(30);
    return topic(deadLettersOf(topic.name()), settings, keptFor(kept));
  }

  private static List<NewTopic> events(TopicSettings settings) {
    return List.of(
        topic(RSVPS, settings, keptFor(Duration.ofDays(30))),
        topic(SEATS, settings, keptFor(Duration.ofDays(365))),
        topic(MAIL_REQUESTS, settings, keptFor(Duration.ofDays(1))),
        topic(MESSAGES, settings, keptFor(Duration.ofDays(30))),
        topic(ERASURES, settings, keptFor(Duration.ofDays(365))),
        topic(SCHEDULES, settings, Map.of("cleanup.policy", "compact")),
        topic(DELIVERIES, settings, Map.of("cleanup.policy", "compact")),
        topic(ROOMS, settings, compactedSoon()),
        topic(CONTACTS, settings, compactedSoon()));
  }

  private static NewTopic topic(String name, TopicSettings settings, Map<String, String> configs) {
    Map<String, String> all = new HashMap<>(configs);
    all.putAll(TIMESTAMPS);
    return new NewTopic(name, Optional.of(settings.partitions()), settings.replicas()).configs(all);
  }

  private static Map<String, String> keptFor(Duration retention) {
    return Map.of("cleanup.policy", "delete", "retention.ms", millis(retention));
  }

  /**
   * A record that is replaced or erased is gone within hours; readers have a month to hear of it.
   */
  private static Map<String, String> compactedSoon() {
    return Map.of(
        "cleanup.policy", "compact",
        "max.compaction.lag.ms", millis(Duration.ofHours(12)),
        "delete.retention.ms", millis(Duration.ofDays(30)));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
