package org.doorsopen.infrastructure;

/**
 * The services' database; its user owns it and may create schemas.
 *
 * @param password generated once for the data folder
 */
public record Database(String jdbcUrl, String user, String password) {

  /** Without the password, so that it may be logged. */
  @Override
  public String toString() {
    return "Database[%s, %s]".formatted(jdbcUrl, user);
  }
}
