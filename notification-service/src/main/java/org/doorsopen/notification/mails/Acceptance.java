package org.doorsopen.notification.mails;

import java.util.UUID;

/**
 * The consequences for a recipient once the server has accepted a mail, or may have. The owner of
 * the recipients implements it, because no other package writes their table.
 */
public interface Acceptance {

  /**
   * One SQL update, which becomes a part of the statement that notes acceptances: so both are one
   * commit, without a transaction of several statements for each mail. It may use the array {@code
   * :rsvpIds}, and the table {@code sent}, which has {@code id} and {@code kind} of each mail whose
   * acceptance is news.
   */
  String sql();

  /** The server may have accepted the mail; in the caller's transaction. */
  void perhapsAccepted(UUID mailId, String rsvpId);
}
