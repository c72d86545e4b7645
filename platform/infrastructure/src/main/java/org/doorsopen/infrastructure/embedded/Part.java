package org.doorsopen.infrastructure.embedded;

import org.doorsopen.infrastructure.process.ChildProcess;

/** One of the child processes. */
interface Part {

  String name();

  /** For people: where it listens. */
  String address();

  /** Returns when it answers. */
  void start();

  /** Of the latest start. */
  ChildProcess child();

  /** Bounded; may be called in any state, more than once. */
  void stop();
}
