package org.doorsopen.notification.allowances;

import java.time.Instant;

/** What becomes of a mail to a mailbox that may have had many. */
public sealed interface Verdict {

  /** It goes out, and is counted. */
  record Admitted() implements Verdict {}

  /**
   * It goes out later, if it is still true then.
   *
   * @param until when there will be room for one more, unless another mail takes it
   */
  record Waits(Instant until) implements Verdict {}

  /** It never goes out. */
  record Refused() implements Verdict {}
}
