package org.doorsopen.notification.calendars;

import org.doorsopen.settings.PublicUrl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The names of calendar entries. An entry is changed and taken out by the name that it was given,
 * so its right side is not the host of the public address as it is now, but the one that was the
 * first: it is written down when the service starts for the first time, and stays.
 */
@Component
public class CalendarUids {

  private static final String REMEMBER =
      "insert into calendar_hosts (host) values (?) on conflict do nothing";

  private final String host;

  CalendarUids(JdbcClient jdbc, PublicUrl publicUrl) {
    jdbc.sql(REMEMBER).param(publicUrl.host()).update();
    this.host = jdbc.sql("select host from calendar_hosts").query(String.class).single();
  }

  public String of(String rsvpId) {
    return rsvpId + "@" + host;
  }
}
