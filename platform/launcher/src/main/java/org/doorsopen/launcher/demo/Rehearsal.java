package org.doorsopen.launcher.demo;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.doorsopen.launcher.demo.Evening.Guest;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.platform.PlatformFacts;

/**
 * A short evening that nobody is told of. It goes through what every installation does soon after
 * its start, so that the JVMs that learn from it have seen the code.
 */
public final class Rehearsal {
  private final PlatformFacts facts;

  public Rehearsal(PlatformFacts facts) {
    this.facts = facts;
  }

  /**
   * Returns when the mails of the evening are out.
   *
   * @throws DemoFailure if the platform does not do what the evening needs
   */
  public void play() {
    Evening evening = Evening.drafted(facts);
    evening.publish();
    List<Guest> guests = evening.everybodyRsvps();
    guests.forEach(guest -> Http.anonymous(facts.frontDoor()).fetch(evening.pageOf(guest)));
    evening.cancels(guests.getFirst());
    evening.letter(guests.get(BerlinEvening.SEATS), "SEAT_PROMOTED");
    evening.takesTheLargerRoom();
    evening.letter(guests.getLast(), "SCHEDULE_CHANGED");
    Http.basic(facts.frontDoor(), facts.organizer())
        .get("/api/meetups/%s/rsvps".formatted(evening.meetupId()));
    Stream.of(
            facts.rsvpsManagement().getFirst(),
            facts.scheduleManagement(),
            facts.notificationManagement())
        .forEach(this::scrape);
  }

  // As a monitor does.
  private void scrape(URI service) {
    Http.anonymous(service).fetch(service.resolve("/actuator/prometheus"));
  }
}
