package org.doorsopen.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MissedReason;
import org.doorsopen.notification.mime.OutgoingMail;

/** Makes mails from the facts that are known at the time of sending. */
public interface Composer {

  /**
   * Called in the transaction that marks the mails as being sent, once per attempt: what the
   * composer writes down (what a mail tells, the calendar's sequence) is kept with it. The mail has
   * told it only once the server has accepted it.
   *
   * @param mails to different recipients, all of which are sent within seconds
   * @return one for each, in their order
   */
  List<Composition> compose(List<Mail> mails, Instant now);

  sealed interface Composition {

    /** The mail can be written at any time, without reading anything more. */
    record Ready(Supplier<OutgoingMail> mail) implements Composition {}

    /** The mail needs something that is certain to come but has not arrived. */
    record NotYet() implements Composition {}

    /** The mail will never be sent. */
    record TooLate(MissedReason reason) implements Composition {}

    /** The mailbox has had too many mails; this one waits until there may be room for it. */
    record HeldBack(Instant until) implements Composition {}

    /** The mail has nothing to tell any more, and is treated as if it had never been queued. */
    record NothingToTell() implements Composition {}
  }
}
