package org.doorsopen.chaos.seats.audit;

/** Where an RSVP stands after the decisions that were replayed so far. */
sealed interface Standing {

  record Confirmed(int seats, int kept) implements Standing {}

  record Waiting(int seats, long ticket) implements Standing {}

  /**
   * @param state as the API calls it
   */
  record Ended(String state, String reason) implements Standing {}

  /** As the API says it. */
  default String state() {
    return switch (this) {
      case Confirmed _ -> "CONFIRMED";
      case Waiting _ -> "WAITLISTED";
      case Ended(String state, String _) -> state;
    };
  }
}
