package org.doorsopen.schedule.meetups.domain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Meetups for tests, and copies of them with one component changed. */
final class MeetupFixtures {

  static final Instant STARTS_AT = Instant.parse("2026-03-05T17:00:00Z");
  static final Instant ENDS_AT = STARTS_AT.plusSeconds(3 * 3600 + 1800);

  private MeetupFixtures() {}

  static Meetup aMeetup() {
    return new Meetup(
        "Cloud Native Berlin",
        "An evening",
        null,
        List.of(new Host("Cloud Native Berlin", null)),
        new Venue("Berlin Mitte", "Somewhere 1, Berlin", null),
        null,
        ZoneId.of("Europe/Berlin"),
        STARTS_AT,
        ENDS_AT,
        8,
        1,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(new Sponsor("Fiberplane", "pizza", null)),
        List.of(anItem("doors", "Doors Open", 0), anItem("kai", "systemd-sysext", 105)));
  }

  static AgendaItem anItem(String id, String title, int minute) {
    return new AgendaItem(
        id,
        AgendaItemKind.TALK,
        STARTS_AT.plusSeconds(60L * minute),
        null,
        title,
        null,
        List.of(new Speaker("Kai Lüke", "Engineer", "Microsoft")));
  }

  /** A copy with one component replaced. */
  @SuppressWarnings("unchecked") // the constructor of R makes an R
  static <R extends Record> R with(R original, String component, @Nullable Object value) {
    RecordComponent[] components = original.getClass().getRecordComponents();
    var types = new Class<?>[components.length];
    var values = new Object[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        boolean replaced = components[i].getName().equals(component);
        values[i] = replaced ? value : components[i].getAccessor().invoke(original);
        found |= replaced;
      }
      if (!found) {
        throw new IllegalArgumentException("No component " + component);
      }
      return (R) original.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
