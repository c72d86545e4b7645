package org.doorsopen.infrastructure.containers;

import java.net.URI;
import java.util.List;
import org.doorsopen.infrastructure.Inbox;
import org.doorsopen.infrastructure.MailServer;
import org.doorsopen.infrastructure.process.Probe;
import org.testcontainers.containers.GenericContainer;

/** Mailpit: takes mail to anybody and shows it over HTTP. Kept until it is stopped. */
record ContainerMail(MailServer server, ContainerPart part) {

  static ContainerMail of(Belonging belonging, int smtpPort, int httpPort) {
    Inbox inbox = Inbox.mailpit("127.0.0.1", httpPort);
    MailServer server = MailServer.ours("127.0.0.1:" + smtpPort, inbox);
    // It forgets the oldest of more than 500 otherwise.
    GenericContainer<?> container =
        belonging.container("mail").withEnv("MP_MAX_MESSAGES", "100000");
    container.setPortBindings(
        List.of("127.0.0.1:%d:1025".formatted(smtpPort), "127.0.0.1:%d:8025".formatted(httpPort)));
    return new ContainerMail(
        server,
        new ContainerPart(
            "mail",
            "SMTP %s, HTTP %s".formatted(server.smtp(), inbox),
            container,
            Probe.answersAt(URI.create(inbox.address() + "/readyz"))));
  }
}
