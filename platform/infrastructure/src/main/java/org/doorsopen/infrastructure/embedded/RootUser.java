package org.doorsopen.infrastructure.embedded;

import java.util.List;

/** PostgreSQL refuses to run as root. */
final class RootUser {
  private RootUser() {}

  /** In a user namespace of its own, root is an ordinary user that still owns root's files. */
  static List<String> wrapper() {
    return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
  }
}
