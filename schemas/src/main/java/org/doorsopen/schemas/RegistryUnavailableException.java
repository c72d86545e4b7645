package org.doorsopen.schemas;

import org.apache.kafka.common.errors.SerializationException;

/** The schema registry did not tell what the bytes are; the same bytes may be read later. */
public final class RegistryUnavailableException extends SerializationException {

  RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
