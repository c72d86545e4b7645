package org.doorsopen.schemas;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.doorsopen.schemas.events.AddressConfirmed;
import org.doorsopen.schemas.events.CancellationExplained;
import org.doorsopen.schemas.events.ConfirmationAwaited;
import org.doorsopen.schemas.events.ConfirmationNoted;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DataExportRequested;
import org.doorsopen.schemas.events.DeliveryFailed;
import org.doorsopen.schemas.events.DeliveryResumed;
import org.doorsopen.schemas.events.ErasureCompleted;
import org.doorsopen.schemas.events.ErasureLinkRequested;
import org.doorsopen.schemas.events.ErasureRequested;
import org.doorsopen.schemas.events.LinkRequested;
import org.doorsopen.schemas.events.MessageSent;
import org.doorsopen.schemas.events.PartyChangeDeclined;
import org.doorsopen.schemas.events.PartyChangeRequested;
import org.doorsopen.schemas.events.PartyChanged;
import org.doorsopen.schemas.events.RoomChanged;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatGrantDeclined;
import org.doorsopen.schemas.events.SeatGrantRequested;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;

/** Which events are on which topic. */
final class EventTypes {

  static final Map<String, List<Schema>> BY_TOPIC =
      Map.of(
          Topics.RSVPS,
          List.of(
              RsvpRequested.getClassSchema(),
              RsvpCancelled.getClassSchema(),
              AddressConfirmed.getClassSchema(),
              PartyChangeRequested.getClassSchema(),
              SeatGrantRequested.getClassSchema()),
          Topics.SEATS,
          List.of(
              SeatConfirmed.getClassSchema(),
              SeatWaitlisted.getClassSchema(),
              SeatReleased.getClassSchema(),
              RsvpDeclined.getClassSchema(),
              WaitlistClosed.getClassSchema(),
              ConfirmationNoted.getClassSchema(),
              ConfirmationAwaited.getClassSchema(),
              PartyChanged.getClassSchema(),
              PartyChangeDeclined.getClassSchema(),
              SeatGrantDeclined.getClassSchema()),
          Topics.SCHEDULES,
          List.of(ScheduleChanged.getClassSchema()),
          Topics.ROOMS,
          List.of(RoomChanged.getClassSchema()),
          Topics.MESSAGES,
          List.of(MessageSent.getClassSchema()),
          Topics.CONTACTS,
          List.of(ContactProvided.getClassSchema()),
          Topics.MAIL_REQUESTS,
          List.of(
              ErasureLinkRequested.getClassSchema(),
              LinkRequested.getClassSchema(),
              DataExportRequested.getClassSchema(),
              CancellationExplained.getClassSchema()),
          Topics.ERASURES,
          List.of(ErasureRequested.getClassSchema(), ErasureCompleted.getClassSchema()),
          Topics.DELIVERIES,
          List.of(DeliveryFailed.getClassSchema(), DeliveryResumed.getClassSchema()));

  private static final Set<String> KNOWN =
      BY_TOPIC.values().stream()
          .flatMap(List::stream)
          .map(Schema::getFullName)
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, Set<String>> NAMES_BY_TOPIC =
      BY_TOPIC.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey,
                  topic ->
                      topic.getValue().stream()
                          .map(Schema::getFullName)
                          .collect(Collectors.toUnmodifiableSet())));

  private EventTypes() {}

  /** Whether events of the type are on the topic; any may be on a topic of somebody else's. */
  static boolean areOn(String topic, String fullName) {
    List<Schema> ours = BY_TOPIC.get(topic);
    return ours == null || ours.stream().anyMatch(schema -> schema.getFullName().equals(fullName));
  }

  /** Whether this build has a generated class for the record type. */
  static boolean knows(String fullName) {
    return KNOWN.contains(fullName);
  }
}
