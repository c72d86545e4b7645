package org.doorsopen.chaos.experiment;

/** The chaos could not be made, which says nothing about what it was to show. */
public final class ChaosFailure extends RuntimeException {

  public ChaosFailure(String message) {
    super(message);
  }
}
