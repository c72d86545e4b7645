package org.doorsopen.notification.retention;

import java.time.Instant;

/** Knows the ids of those who were erased. The owner of the contacts implements it. */
public interface ErasedIds {

  /** Forgets also the ids of those who were erased before the given time. */
  void forgetErasedBefore(Instant time);
}
