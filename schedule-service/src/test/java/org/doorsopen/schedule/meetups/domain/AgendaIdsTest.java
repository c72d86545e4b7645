package org.doorsopen.schedule.meetups.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.anItem;

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
    return AgendaIds.assign(wanted, earlier, fresh).stream().map(AgendaItem::id).toList();
  }

  private static AgendaItem unnamed(String title, int minute) {
    return anItem(AgendaItem.NO_ID, title, minute);
  }
}
