package org.doorsopen.notification.delivery;

import java.time.Instant;

/** Makes a mail from what is known at the time of sending. */
public interface Composer {

  /**
   * Called in the transaction that marks the mail as being sent, once per attempt: what the
   * composer writes down (what the mail tells, the calendar's sequence) is kept with it.
   */
  Composition compose(Mail mail, Instant now);

  /**
   * Called in the transaction that notes the server's acceptance: only now the recipient has been
   * told, so that an attempt that fails is followed by one that tells the same.
   */
  void accepted(Mail mail);

  sealed interface Composition {

    record Ready(OutgoingMail mail) implements Composition {}

    /** Something that it needs is certain to come but has not arrived. */
    record NotYet() implements Composition {}

    /** Nobody will ever get it. */
    record TooLate(String reason) implements Composition {}

    /** There is nothing to tell any more, as if it had never been queued. */
    record NothingToTell() implements Composition {}
  }
}
