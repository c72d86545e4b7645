package org.doorsopen.web.organizers;

/**
 * Somebody who may log in.
 *
 * @param password as Spring's delegating encoder writes it: {@code {bcrypt}…}, or {@code {noop}…}
 *     for the one whose password is a setting
 * @param signOuts how often all sessions were ended
 */
public record Organizer(String name, String password, int signOuts) {

  /** The text that sessions are bound to: when it changes, they end. */
  public String credential() {
    return password + ":" + signOuts;
  }

  /** Leaves the password out: what is printed may end in a log. */
  @Override
  public String toString() {
    return "Organizer[" + name + "]";
  }
}
