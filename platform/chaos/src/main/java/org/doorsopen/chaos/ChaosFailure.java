package org.doorsopen.chaos;

/** The chaos could not be made, which says nothing about what it was to show. */
public final class ChaosFailure extends RuntimeException {

  ChaosFailure(String message) {
    super(message);
  }
}
