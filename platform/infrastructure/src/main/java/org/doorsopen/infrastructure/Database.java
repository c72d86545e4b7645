package org.doorsopen.infrastructure;

/**
 * A way into a database.
 *
 * @param password generated once for the data folder, and this user's alone
 */
public record Database(String jdbcUrl, String user, String password) {

  /** Without the password, so that it may be logged. */
  @Override
  public String toString() {
    return "Database[%s, %s]".formatted(jdbcUrl, user);
  }
}
