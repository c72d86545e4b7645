package org.doorsopen.schedule.parties;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.schedule.parties.Parties.Party;
import org.doorsopen.schedule.parties.Parties.Standing;
import org.doorsopen.schemas.SeatDecision;
import org.doorsopen.schemas.SeatDecision.Awaited;
import org.doorsopen.schemas.SeatDecision.ChangeDeclined;
import org.doorsopen.schemas.SeatDecision.Changed;
import org.doorsopen.schemas.SeatDecision.Confirmed;
import org.doorsopen.schemas.SeatDecision.Declined;
import org.doorsopen.schemas.SeatDecision.GrantDeclined;
import org.doorsopen.schemas.SeatDecision.Noted;
import org.doorsopen.schemas.SeatDecision.PromotionsEnded;
import org.doorsopen.schemas.SeatDecision.Released;
import org.doorsopen.schemas.SeatDecision.Waitlisted;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.DeliveryFailed;
import org.doorsopen.schemas.events.DeliveryResumed;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Reads who comes, who waits, and whose mails reach nobody. */
@Component
class PartiesListener {

  private final Parties parties;

  PartiesListener(Parties parties) {
    this.parties = parties;
  }

  /** A crowd that RSVPs is a few transactions, and not one for each of them. */
  @KafkaListener(topics = Topics.SEATS, groupId = "schedule-seats", batch = "true")
  void onSeats(List<ConsumerRecord<String, @Nullable Object>> events) {
    parties.stand(events.stream().flatMap(PartiesListener::party).toList());
  }

  @KafkaListener(topics = Topics.DELIVERIES, groupId = "schedule-deliveries")
  void onDeliveries(ConsumerRecord<String, @Nullable Object> event) {
    switch (event.value()) {
      case DeliveryFailed failed -> parties.unreached(failed.getRsvpId(), failed.getMeetupId());
      case DeliveryResumed resumed -> parties.reached(resumed.getRsvpId());
      case null -> parties.reached(event.key());
      default -> {} // a type that came after this build
    }
  }

  private static Stream<Party> party(ConsumerRecord<String, @Nullable Object> event) {
    return SeatDecision.in(event.value()).stream()
        .flatMap(decision ->
            switch (decision) {
              case Confirmed confirmed ->
                  party(decision, Standing.CONFIRMED, null, confirmed.reservedSeats(), event);
              case Waitlisted waitlisted ->
                  party(decision, Standing.WAITLISTED, waitlisted.waitlistNumber(), 0, event);
              case Released _ -> party(decision, Standing.RELEASED, null, 0, event);
              case Changed changed ->
                  party(
                      decision,
                      changed.waitlistNumber() == null ? Standing.CONFIRMED : Standing.WAITLISTED,
                      changed.waitlistNumber(),
                      changed.reservedSeats(),
                      event);
              case Awaited _,
                  Noted _,
                  Declined _,
                  PromotionsEnded _,
                  ChangeDeclined _,
                  GrantDeclined _ ->
                  Stream.of();
            });
  }

  /** Seats that are kept for others are not counted: nobody moves up into them. */
  private static Stream<Party> party(
      SeatDecision decision,
      Standing standing,
      @Nullable Long waitlistNumber,
      int reservedSeats,
      ConsumerRecord<?, ?> event) {
    SeatDecision.Fields fields = decision.fields();
    return Stream.of(
        new Party(
            fields.rsvpId(),
            fields.meetupId(),
            standing,
            fields.seats() - reservedSeats,
            waitlistNumber,
            event.offset()));
  }
}
