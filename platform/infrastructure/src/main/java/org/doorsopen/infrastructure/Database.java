package org.doorsopen.infrastructure;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

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

  /** Whether the server takes a login for it now; silence for 2 s is a failure too. */
  public boolean takesLogins() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("loginTimeout", "2");
    try (var connection = DriverManager.getConnection(jdbcUrl, login)) {
      return connection.isValid(1);
    }
  }
}
