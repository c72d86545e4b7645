package org.doorsopen.infrastructure.embedded;

/** One of the things that are started side by side. */
interface Part {

  String name();

  /** For people: where it listens. */
  String address();

  /** Returns when it answers. */
  void start();

  /** Bounded; may be called in any state, more than once. */
  void stop();
}
