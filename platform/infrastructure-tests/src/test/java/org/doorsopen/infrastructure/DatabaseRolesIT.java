package org.doorsopen.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.infrastructure.accounts.Roles;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rights of the services' roles, asked of the server. */
class DatabaseRolesIT {
  private static final Infrastructure INFRASTRUCTURE = SharedInfrastructure.get();

  @ParameterizedTest
  @EnumSource(ServiceAccount.class)
  void ownsItsSchemaAndNothingElse(ServiceAccount service) throws SQLException {
    Database own = INFRASTRUCTURE.database(service);

    assertThat(value(own, "select current_user::text")).isEqualTo(service.role());
    assertThat(
            value(
                own,
                "select (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)"
                    + "::text from pg_roles where rolname = current_user"))
        .isEqualTo("false");
    run(own, "create table %s.mine (id int)".formatted(service.role()));
    run(own, "drop table %s.mine".formatted(service.role()));
    for (ServiceAccount other : ServiceAccount.values()) {
      if (other != service) {
        refuses(own, "create table %s.theirs (id int)".formatted(other.role()));
        refuses(own, "set role " + other.role());
      }
    }
    refuses(own, "create table public.everybodys (id int)");
    refuses(own, "copy (select 1) to program 'true'");
    refuses(own, "create role another superuser");
    refuses(own, "alter role %s superuser".formatted(service.role()));
  }

  @Test
  void keepsEachServiceFromTheRowsOfTheOthers() throws SQLException {
    Database notification = INFRASTRUCTURE.database(ServiceAccount.NOTIFICATION);
    run(notification, "create table notification.addresses as select 'ada@example.org' as address");

    refuses(
        INFRASTRUCTURE.database(ServiceAccount.SCHEDULE), "select * from notification.addresses");

    run(notification, "drop table notification.addresses");
  }

  /** As a data folder is from the time when all services shared one role. */
  @Test
  void handsOverWhatBelongedToTheRoleThatAllShared() throws SQLException {
    Database superuser = INFRASTRUCTURE.database();
    run(superuser, "create role shared");
    run(superuser, "create schema rsvp_rebuild authorization shared");
    for (String schema : List.of("rsvp", "rsvp_rebuild")) {
      run(superuser, "create table %s.old (id bigserial primary key, name text)".formatted(schema));
      run(superuser, "insert into %s.old (name) values ('Ada')".formatted(schema));
      run(superuser, "create view %1$s.old_names as select name from %1$s.old".formatted(schema));
      run(superuser, "create sequence %s.old_numbers".formatted(schema));
      run(superuser, "create type %s.old_state as enum ('NEW')".formatted(schema));
      run(superuser, "create function %s.old() returns int return 1".formatted(schema));
      for (String thing :
          List.of(
              "table %s.old",
              "view %s.old_names",
              "sequence %s.old_numbers",
              "type %s.old_state",
              "function %s.old()")) {
        run(superuser, ("alter " + thing + " owner to shared").formatted(schema));
      }
    }
    Roles roles = new Roles(superuser);
    List<Database> services =
        Arrays.stream(ServiceAccount.values()).map(INFRASTRUCTURE::database).toList();

    roles.ensureServices(services);
    roles.ensureServices(services);

    Database rsvp = INFRASTRUCTURE.database(ServiceAccount.RSVP);
    run(rsvp, "insert into rsvp.old (name) values ('Bob')");
    assertThat(value(rsvp, "select count(*)::text from rsvp.old_names")).isEqualTo("2");
    run(rsvp, "alter table rsvp.old add column email text");
    run(rsvp, "drop schema rsvp_rebuild cascade");
    run(rsvp, "drop view rsvp.old_names");
    run(rsvp, "drop table rsvp.old");
    run(rsvp, "drop sequence rsvp.old_numbers");
    run(rsvp, "drop type rsvp.old_state");
    run(rsvp, "drop function rsvp.old()");
    run(superuser, "drop role shared");
  }

  private static void refuses(Database who, String sql) {
    assertThatThrownBy(() -> run(who, sql))
        .as("%s: %s", who.user(), sql)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  private static void run(Database who, String sql) throws SQLException {
    try (Connection connection = connect(who);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(Database who, String query) throws SQLException {
    try (Connection connection = connect(who);
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(Database who) throws SQLException {
    return DriverManager.getConnection(who.jdbcUrl(), who.user(), who.password());
  }
}
