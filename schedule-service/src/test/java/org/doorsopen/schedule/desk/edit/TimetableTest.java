package org.doorsopen.schedule.desk.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorsopen.schedule.desk.edit.Timetable.Note;
import org.junit.jupiter.api.Test;

/** An agenda is put in order by buttons. */
class TimetableTest {

  private final Typed meetup =
      new Typed()
          .put("timeZone", "Europe/Berlin")
          .put("startsAt", "2026-03-05T18:00")
          .put("endsAt", "2026-03-05T21:30");

  @Test
  void beginsAFurtherItemWhenTheLastOneEnds() {
    new Timetable(meetup).add();
    item("Welcome", "18:30", "18:45");
    new Timetable(meetup).add();

    assertThat(starts()).containsExactly("18:00", "18:30", "18:45");
  }

  @Test
  void letsTwoItemsChangePlacesWithTheirLengthsAndTheBreakBetweenThem() {
    item("Long", "18:30", "19:15");
    item("Short", "19:25", "19:35");
    item("Pizza", "19:35", "");

    new Timetable(meetup).earlier(1);

    assertThat(titles()).containsExactly("Short", "Long", "Pizza");
    assertThat(starts()).containsExactly("18:30", "18:50", "19:35");
    assertThat(meetup.list("agenda"))
        .extracting(item -> item.text("endsAt"))
        .containsExactly("18:40", "19:35", "");
  }

  @Test
  void changesThePlacesOfItemsWithoutAnEnd() {
    item("Doors", "18:00", "");
    item("Welcome", "18:30", "");

    new Timetable(meetup).earlier(1);

    assertThat(titles()).containsExactly("Welcome", "Doors");
    assertThat(starts()).containsExactly("18:00", "18:30");
  }

  @Test
  void leavesTheFirstWhereItIs() {
    item("Doors", "18:00", "");

    new Timetable(meetup).earlier(0);
    new Timetable(meetup).earlier(1);

    assertThat(starts()).containsExactly("18:00");
  }

  @Test
  void shiftsAnItemAndAllThatFollow() {
    item("Doors", "18:00", "18:30");
    item("Talk", "18:30", "19:00");
    item("Unknown", "later", "");
    item("Late", "23:55", "");

    new Timetable(meetup).shift(1, 10);

    assertThat(starts()).containsExactly("18:00", "18:40", "later", "00:05");
    assertThat(meetup.list("agenda").get(1).text("endsAt")).isEqualTo("19:10");
  }

  @Test
  void namesGapsAndOverlaps() {
    item("Doors", "18:00", "18:30");
    item("First", "18:30", "19:00");
    item("Second", "18:50", "19:10");
    item("Third", "19:25", "");
    item("Fourth", "19:20", "");
    Timetable timetable = new Timetable(meetup);

    assertThat(timetable.noteBefore(0)).isNull();
    assertThat(timetable.noteBefore(1)).isNull();
    assertThat(timetable.noteBefore(2)).isEqualTo(new Note.Overlap(10, "First"));
    assertThat(timetable.noteBefore(3)).isEqualTo(new Note.Gap(15));
    assertThat(timetable.noteBefore(4)).isEqualTo(new Note.OutOfOrder("Third"));
  }

  private void item(String title, String startsAt, String endsAt) {
    meetup
        .list("agenda")
        .add(new Typed().put("title", title).put("startsAt", startsAt).put("endsAt", endsAt));
  }

  private List<String> starts() {
    return meetup.list("agenda").stream().map(item -> item.text("startsAt")).toList();
  }

  private List<String> titles() {
    return meetup.list("agenda").stream().map(item -> item.text("title")).toList();
  }
}
