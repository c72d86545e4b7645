package org.doorsopen.schedule.desk.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.desk.edit.EditPage.Hidden;
import org.doorsopen.schedule.drafts.Draft;

/**
 * The texts of the page that shows an organizer both versions, where somebody else has saved
 * another one meanwhile.
 *
 * @param hidden the organizer's own version, and the edit that it is compared with
 */
record ConflictPage(String title, String action, List<Hidden> hidden, List<Choice> choices) {

  private static final Set<String> OWN = Set.of(EditForm.EDIT, EditForm.SINCE);

  /**
   * @param name of both buttons
   */
  record Choice(String id, String name, String label, Version mine, Version theirs) {}

  record Version(String id, String value, String text) {}

  static ConflictPage of(EditForm form, Typed mine, Draft saved, Speech speech) {
    List<Hidden> hidden = new ArrayList<>();
    mine.fields()
        .forEach((name, text) -> {
          if (!OWN.contains(name) && !name.startsWith(Choices.CHOICE)) {
            hidden.add(new Hidden(name, text));
          }
        });
    hidden.add(new Hidden(EditForm.EDIT, Integer.toString(saved.edit())));
    hidden.add(new Hidden(EditForm.SINCE, form.keptOf()));
    return new ConflictPage(
        speech.say("conflict.title", saved.meetup().title()),
        form.action(),
        List.copyOf(hidden),
        Differences.between(mine, TypedMeetups.of(saved.meetup()), speech).stream()
            .map(ConflictPage::choice)
            .toList());
  }

  private static Choice choice(Differences.Difference difference) {
    String id = "choice-" + difference.key().replaceAll("[^A-Za-z0-9]+", "-");
    return new Choice(
        id,
        Choices.name(difference.key()),
        difference.label(),
        new Version(id + "-" + Choices.MINE, Choices.MINE, difference.one()),
        new Version(id + "-" + Choices.THEIRS, Choices.THEIRS, difference.other()));
  }
}
