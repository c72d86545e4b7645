package org.doorsopen.launcher;

import java.nio.file.Path;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;

/**
 * Says where everything is: the one address first, and for those who ask, every port.
 *
 * @param console a verbose one asks
 */
record Introduction(PlatformFacts facts, Path data, Console console) {

  void print() {
    console.say("");
    console.fact("Doors Open", facts.frontDoor().toString());
    console.fact("Organizer", facts.organizer().replaceFirst(":", " / "));
    facts
        .inbox()
        .ifPresentOrElse(
            inbox ->
                console.fact("Mailbox", inbox.address() + "  (in memory, holds everybody's mail)"),
            () -> console.fact("Mail goes to", facts.smtp()));
    console.fact("Logs", data.resolve("logs").toString());
    if (console.isVerbose()) {
      printPorts();
    }
  }

  private void printPorts() {
    console.say("");
    facts.rsvps().forEach(rsvp -> console.fact("rsvp-service", rsvp.toString()));
    console.fact("schedule-service", facts.schedule().toString());
    console.fact("notification-service", facts.notification().toString());
    console.fact("SMTP", facts.smtp());
    console.fact("Kafka", facts.kafka().bootstrapServers());
    console.fact("Registry", facts.registry().toString());
  }
}
