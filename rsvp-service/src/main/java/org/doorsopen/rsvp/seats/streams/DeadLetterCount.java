package org.doorsopen.rsvp.seats.streams;

/** Is told of each record that seat allocation has set aside. */
@FunctionalInterface
interface DeadLetterCount {

  void setAside(String topic);
}
