package org.doorsopen.infrastructure;

import java.net.URI;

/**
 * Where everybody's mail can be read.
 *
 * @param address {@code imap://user:password@host:port}, or {@code http://host:port} of Mailpit,
 *     with {@code user:password@} if it asks for a login
 */
public record Inbox(URI address) {

  static final String IMAP = "imap";

  public static Inbox imap(String host, int port, String user, String password) {
    return new Inbox(URI.create("%s://%s:%s@%s:%d".formatted(IMAP, user, password, host, port)));
  }

  public static Inbox mailpit(String host, int port) {
    return new Inbox(URI.create("http://%s:%d".formatted(host, port)));
  }

  /**
   * @param login {@code user:password}
   */
  public static Inbox mailpit(String login, String host, int port) {
    return new Inbox(URI.create("http://%s@%s:%d".formatted(login, host, port)));
  }

  /** Without the password, so that it may be logged. */
  @Override
  public String toString() {
    return "%s://%s:%d".formatted(address.getScheme(), address.getHost(), address.getPort());
  }
}
