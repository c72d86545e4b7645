package org.doorsopen.infrastructure.embedded;

import org.doorsopen.infrastructure.process.ChildProcess;

/** One of the child processes. */
interface Part {

  String name();

  /** Where it listens, in words for people. */
  String address();

  /** Starts it, and returns when it answers. */
  void start();

  /** The child of the latest start. */
  ChildProcess child();

  /** Bounded; may be called in any state, more than once. */
  void stop();
}
