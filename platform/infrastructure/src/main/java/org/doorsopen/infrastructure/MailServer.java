package org.doorsopen.infrastructure;

import java.util.Optional;

/**
 * @param smtp {@code host:port} that takes mail to anybody
 * @param inbox where that mail can be read; empty if the server is outside
 */
public record MailServer(String smtp, Optional<Inbox> inbox) {}
