package org.doorsopen.infrastructure;

import java.util.Optional;

/**
 * @param smtp {@code host:port} that takes mail to anybody
 * @param imap where that mail can be read; empty if the server is outside
 */
public record MailServer(String smtp, Optional<Imap> imap) {

  /**
   * One account that holds everybody's mail.
   *
   * @param password generated once for the data folder
   */
  public record Imap(String host, int port, String user, String password) {

    /** Without the password, so that it may be logged. */
    @Override
    public String toString() {
      return "Imap[%s:%d, %s]".formatted(host, port, user);
    }
  }
}
