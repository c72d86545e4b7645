package org.doorsopen.launcher;

import java.net.URI;
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

  private void service(String name, URI address, URI management) {
    console.fact(name, "%s, and for health and metrics %s".formatted(address, management));
  }

  private void printPorts() {
    console.say("");
    for (int i = 0; i < facts.rsvps().size(); i++) {
      service("rsvp-service", facts.rsvps().get(i), facts.rsvpsManagement().get(i));
    }
    service("schedule-service", facts.schedule(), facts.scheduleManagement());
    service("notification-service", facts.notification(), facts.notificationManagement());
    console.fact("SMTP", facts.smtp());
    console.fact("Kafka", facts.kafka().bootstrapServers());
    console.fact("Registry", facts.registryAddress().toString());
  }
}
