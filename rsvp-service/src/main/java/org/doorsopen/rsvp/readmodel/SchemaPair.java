package org.doorsopen.rsvp.readmodel;

/**
 * The names of two schemas with the same tables.
 *
 * @param live answers queries
 * @param rebuilt has been filled from the topics and is about to replace the rows of the other
 */
public record SchemaPair(String live, String rebuilt) {

  /**
   * @param sql with {@code %1$s} for the live schema, {@code %2$s} for the rebuilt one, {@code
   *     %3$s} for the table and {@code %4$s} for the columns of its key
   */
  public String in(String sql, KeyedTable table) {
    return sql.formatted(live, rebuilt, table.name(), table.key());
  }
}
