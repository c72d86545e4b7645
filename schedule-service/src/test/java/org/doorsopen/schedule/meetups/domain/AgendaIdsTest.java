package org.doorsopen.schedule.meetups.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.anItem;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.with;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AgendaIdsTest {

  private final Iterator<String> ids = List.of("x1", "x2", "x3", "x4").iterator();
  private final Supplier<String> fresh = ids::next;

  @Test
  void keepsTheIdsThatAreGiven() {
    assertThat(assign(List.of(anItem("kai", "New title", 0)), List.of(anItem("old", "Old", 0))))
        .containsExactly("kai");
  }

  @Test
  void findsTheEarlierItemByItsTitleThoughItMoved() {
    assertThat(
            assign(
                List.of(unnamed("Break", 90), unnamed("Doors Open", 0)),
                List.of(anItem("doors", "Doors Open", 0), anItem("break", "Break", 45))))
        .containsExactly("break", "doors");
  }

  @Test
  void matchesItemsOfTheSameTitleInOrder() {
    assertThat(
            assign(
                List.of(unnamed("Break", 1), unnamed("Break", 2), unnamed("Break", 3)),
                List.of(anItem("b1", "Break", 0), anItem("b2", "Break", 9))))
        .containsExactly("b1", "b2", "x1");
  }

  @Test
  void tellsItemsOfTheSameTitleApartByTheirStart() {
    assertThat(
            assign(
                List.of(unnamed("Break", 45), unnamed("Break", 90)),
                List.of(
                    anItem("b1", "Break", 20),
                    anItem("b2", "Break", 45),
                    anItem("b3", "Break", 90))))
        .containsExactly("b2", "b3");
    assertThat(
            assign(
                List.of(lightning("", "Benjamin", 10)),
                List.of(lightning("ada", "Ada", 0), lightning("ben", "Ben", 10))))
        .containsExactly("ben");
  }

  @Test
  void knowsATalkOfTheSameTitleByItsSpeakerThoughItMovedToTheStartOfAnother() {
    assertThat(
            assign(
                List.of(lightning("", "Ben", 0), lightning("", "Cy", 10)),
                List.of(
                    lightning("ada", "Ada", 0),
                    lightning("ben", "Ben", 10),
                    lightning("cy", "Cy", 20))))
        .containsExactly("ben", "cy");
  }

  @Test
  void findsTheEarlierItemWhoseTitleAndSpeakerReadTheSame() {
    AgendaItem kai =
        with(
            unnamed("U\u0308ber \u00a0Tee", 50),
            "speakers",
            List.of(new Speaker("Kai Lu\u0308ke", null, null)));

    assertThat(
            assign(
                List.of(kai), List.of(lightning("ada", "Ada", 50), anItem("kai", "Über Tee", 20))))
        .containsExactly("kai");
  }

  @Test
  void knowsATalkUnderAnotherTitleByItsSpeakerAndStart() {
    assertThat(
            assign(
                List.of(unnamed("systemd-confext", 10), unnamed("sysext", 20)),
                List.of(anItem("kai", "systemd-sysext", 10))))
        .containsExactly("kai", "x1");
    assertThat(
            assign(
                List.of(with(unnamed("Pause", 10), "speakers", List.of())),
                List.of(with(anItem("b", "Break", 10), "speakers", List.of()))))
        .containsExactly("x2");
  }

  @Test
  void looksInTheDraftFirstAndThenInWhatWasPublished() {
    List<AgendaItem> draft = List.of(anItem("d1", "Break", 5), anItem("p3", "Renamed", 60));
    List<AgendaItem> published =
        List.of(anItem("p1", "Break", 0), anItem("p2", "Doors", 0), anItem("p3", "Talk", 60));

    List<AgendaItem> assigned =
        AgendaIds.assign(
            List.of(unnamed("Doors", 0), unnamed("Break", 0), unnamed("Talk", 60)),
            List.of(draft, published),
            fresh);

    assertThat(assigned).extracting(AgendaItem::id).containsExactly("p2", "d1", "p3");
  }

  @Test
  void leavesAnIdToTheItemThatNamesIt() {
    assertThat(
            assign(
                List.of(unnamed("Break", 1), anItem("b1", "Long break", 2)),
                List.of(anItem("b1", "Break", 0))))
        .containsExactly("x1", "b1");
  }

  @Test
  void neverGivesAnIdTwice() {
    assertThat(
            assign(
                List.of(anItem("x1", "Given", 0), unnamed("New", 1), unnamed("Newer", 2)),
                List.of(anItem("x2", "Dropped", 0))))
        .containsExactly("x1", "x3", "x4");
  }

  private List<String> assign(List<AgendaItem> wanted, List<AgendaItem> earlier) {
    return AgendaIds.assign(wanted, List.of(earlier), fresh).stream().map(AgendaItem::id).toList();
  }

  private static AgendaItem lightning(String id, String speaker, int minute) {
    return with(
        anItem(id, "Lightning talk", minute),
        "speakers",
        List.of(new Speaker(speaker, null, null)));
  }

  private static AgendaItem unnamed(String title, int minute) {
    return anItem(AgendaItem.NO_ID, title, minute);
  }
}
