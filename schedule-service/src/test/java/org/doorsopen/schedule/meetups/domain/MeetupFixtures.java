package org.doorsopen.schedule.meetups.domain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Meetups for tests, and copies of them with one component changed. */
public final class MeetupFixtures {

  public static final Instant STARTS_AT = Instant.parse("2026-03-05T17:00:00Z");
  public static final Instant ENDS_AT = STARTS_AT.plusSeconds(3 * 3600 + 1800);

  private static final Set<Class<?>> GROUPS =
      Set.of(Place.class, Times.class, Seating.class, Windows.class);

  private MeetupFixtures() {}

  public static Meetup aMeetup() {
    return new Meetup(
        "Cloud Native Berlin",
        "An evening",
        null,
        List.of(new Host("Cloud Native Berlin", null)),
        new Place(new Venue("Berlin Mitte", "Somewhere 1, Berlin", null), null),
        new Times(ZoneId.of("Europe/Berlin"), STARTS_AT, ENDS_AT),
        new Seating(8, 1, null, null, 0),
        Windows.UNSET,
        null,
        null,
        List.of(new Sponsor("Fiberplane", "pizza", null)),
        List.of(anItem("doors", "Doors Open", 0), anItem("kai", "systemd-sysext", 105)));
  }

  public static AgendaItem anItem(String id, String title, int minute) {
    return new AgendaItem(
        id,
        AgendaItemKind.TALK,
        STARTS_AT.plusSeconds(60L * minute),
        null,
        title,
        null,
        List.of(new Speaker("Kai Lüke", "Engineer", "Microsoft")),
        null,
        null);
  }

  /** The components of a meetup; each group is replaced by its own components. */
  public static Stream<String> componentsOfAMeetup() {
    return Arrays.stream(Meetup.class.getRecordComponents())
        .flatMap(component ->
            GROUPS.contains(component.getType())
                ? Arrays.stream(component.getType().getRecordComponents())
                : Stream.of(component))
        .map(RecordComponent::getName);
  }

  /** A copy in which one component is replaced, or one component of a group. */
  @SuppressWarnings("unchecked") // the constructor of R makes an R
  public static <R extends Record> R with(R original, String component, @Nullable Object value) {
    RecordComponent[] components = original.getClass().getRecordComponents();
    var types = new Class<?>[components.length];
    var values = new Object[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        Object now = components[i].getAccessor().invoke(original);
        boolean within = GROUPS.contains(types[i]) && has((Record) now, component);
        boolean replaced = components[i].getName().equals(component);
        values[i] = within ? with((Record) now, component, value) : replaced ? value : now;
        found |= replaced || within;
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

  private static boolean has(Record group, String component) {
    return Arrays.stream(group.getClass().getRecordComponents())
        .anyMatch(one -> one.getName().equals(component));
  }
}
