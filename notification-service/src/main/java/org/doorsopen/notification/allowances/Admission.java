package org.doorsopen.notification.allowances;

import java.time.Instant;

/** The answer to a mail that wants to go to a mailbox that may have had many. */
public sealed interface Admission {

  /** It goes out, and is counted. */
  record Admitted() implements Admission {}

  /**
   * It goes out later, if it is still true then.
   *
   * @param until when there will be room for one more, unless another mail takes it
   */
  record Waits(Instant until) implements Admission {}

  /** It never goes out. */
  record Refused() implements Admission {}
}
