package org.doorsopen.notification.mails;

import java.util.UUID;

/**
 * What follows for a recipient when the server has accepted a mail, or may have. Implemented by the
 * owner of the recipients, whose table nobody else writes.
 */
public interface Acceptance {

  /**
   * One SQL update, which becomes a part of the statement that notes the acceptance: so both are
   * one commit, without a transaction of several statements for each mail. It may use {@code
   * :mailId}, {@code :rsvpId} and {@code :kind}, and the table {@code sent}, which has a row if the
   * acceptance is news.
   */
  String sql();

  /** The server may have accepted the mail; in the caller's transaction. */
  void perhapsAccepted(UUID mailId, String rsvpId);
}
