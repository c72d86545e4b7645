package org.doorsopen.rsvp.meetups;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds online rooms, which are shown to those who have a seat and to nobody else. */
@Repository
public class Rooms {

  private final JdbcClient jdbc;

  Rooms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The address; empty for a meetup without one, and for a moment after its publication. */
  public Optional<String> of(String meetupId) {
    return jdbc.sql(
            "select online_url from rooms where meetup_id = :meetupId and online_url is not null")
        .param("meetupId", meetupId)
        .query(String.class)
        .optional();
  }
}
