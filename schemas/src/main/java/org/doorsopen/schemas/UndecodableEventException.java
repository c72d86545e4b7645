package org.doorsopen.schemas;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The bytes are not an event, and reading them again will not change that. */
public final class UndecodableEventException extends SerializationException {

  UndecodableEventException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
