package org.doorsopen.notification.delivery;

import java.time.Instant;

/** Makes a mail from what is known at the time of sending. */
public interface Composer {

  /**
   * Called in the transaction that marks the mail as being sent, once per attempt: what the
   * composer writes down (what the recipient is told, the calendar's sequence) is kept with it.
   */
  Composition compose(Mail mail, Instant now);

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
