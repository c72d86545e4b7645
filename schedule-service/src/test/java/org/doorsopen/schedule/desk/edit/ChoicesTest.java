package org.doorsopen.schedule.desk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.aMeetup;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.anItem;
import static org.doorsopen.schedule.meetups.domain.MeetupFixtures.with;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.junit.jupiter.api.Test;

/** Of two versions, an organizer chooses field by field. */
class ChoicesTest {

  private static final Speech SPEECH = new Words().in(Locale.UK);

  private final Meetup mine =
      with(
          aMeetup(),
          "agenda",
          List.of(
              anItem("kai", "systemd-sysext", 0),
              anItem("", "New of mine", 30),
              anItem("doors", "Doors Open", 60)));
  private final Meetup theirs =
      with(
          aMeetup(),
          "agenda",
          List.of(
              anItem("doors", "Doors Open", 60),
              anItem("nele", "New of theirs", 45),
              anItem("kai", "systemd-sysext", 0)));

  @Test
  void showsTheOrderAndWhatOneVersionHasAlone() {
    assertThat(Differences.between(mine, theirs, SPEECH))
        .extracting(Differences.Difference::key)
        .containsExactly("agenda.nele", "order");
  }

  @Test
  void keepsItemsOfMineAndTakesItemsOfTheirsWhereTheyBegin() {
    assertThat(agenda("agenda.nele", "theirs", "order", "mine"))
        .containsExactly("systemd-sysext", "New of mine", "New of theirs", "Doors Open");
    assertThat(agenda("agenda.nele", "mine", "order", "mine"))
        .containsExactly("systemd-sysext", "New of mine", "Doors Open");
    assertThat(agenda("agenda.nele", "mine", "order", "theirs"))
        .containsExactly("New of mine", "Doors Open", "systemd-sysext");
  }

  @Test
  void asksForEachField() {
    Map<String, String> fields = sent("agenda.nele", "theirs");

    assertThat(Choices.areMissing(fields, saved(), SPEECH)).isTrue();
    fields.put("choice.order", "mine");
    assertThat(Choices.areMissing(fields, saved(), SPEECH)).isFalse();
  }

  private List<String> agenda(String... choices) {
    return Typed.of(Choices.applied(sent(choices), saved(), SPEECH)).list("agenda").stream()
        .map(item -> item.text("title"))
        .toList();
  }

  private Map<String, String> sent(String... choices) {
    Map<String, String> fields = new HashMap<>(TypedMeetups.of(mine).fields());
    fields.put("edit", "7");
    fields.put("do.choose", "");
    for (int i = 0; i < choices.length; i += 2) {
      fields.put("choice." + choices[i], choices[i + 1]);
    }
    return fields;
  }

  private Draft saved() {
    return new Draft(UUID.randomUUID(), 1, 7, theirs, null);
  }
}
