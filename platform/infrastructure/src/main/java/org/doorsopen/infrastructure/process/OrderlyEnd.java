package org.doorsopen.infrastructure.process;

/** Ends something once: when told to, or at the latest when the JVM exits. */
public final class OrderlyEnd {
  private final Runnable end;
  private final Thread atExit = new Thread(this::endUninterrupted, "infrastructure-at-exit");
  private boolean done;

  /**
   * @param end bounded in time; may run on another thread
   */
  public OrderlyEnd(Runnable end) {
    this.end = end;
  }

  public void alsoAtJvmExit() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Returns when it is over; does nothing the second time. */
  public void now() {
    endUninterrupted();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is on its way out already, and this is its hook.
    }
  }

  // A thread that was interrupted while starting still stops in order.
  private void endUninterrupted() {
    boolean interrupted = Thread.interrupted();
    endOnce();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void endOnce() {
    if (!done) {
      done = true;
      end.run();
    }
  }
}
