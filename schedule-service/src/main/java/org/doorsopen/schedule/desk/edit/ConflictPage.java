package org.doorsopen.schedule.desk.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.desk.edit.Differences.Base;
import org.doorsopen.schedule.desk.edit.EditPage.Hidden;
import org.doorsopen.schedule.drafts.Draft;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page that shows an organizer both versions, where somebody else has saved
 * another one meanwhile.
 *
 * @param hidden the organizer's own version, and the edit that it is compared with
 */
record ConflictPage(String title, String action, List<Hidden> hidden, List<Choice> choices) {

  private static final Set<String> OWN = Set.of(EditForm.EDIT, EditForm.SINCE, EditForm.BASE);

  /**
   * @param name of both buttons
   * @param changed says who has changed the field, or null if that is not known
   */
  record Choice(
      String id,
      String name,
      String label,
      @Nullable String changed,
      Version mine,
      Version theirs) {}

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
    hidden.add(new Hidden(EditForm.BASE, form.base().written()));
    Typed theirs = TypedMeetups.of(saved.meetup());
    return new ConflictPage(
        speech.say("conflict.title", saved.meetup().title()),
        form.action(),
        List.copyOf(hidden),
        Differences.between(mine, theirs, speech).stream()
            .map(difference ->
                choice(difference, form.base().changed(difference.key(), mine, theirs), speech))
            .toList());
  }

  private static Choice choice(
      Differences.Difference difference, Base.@Nullable Changed changed, Speech speech) {
    String id = "choice-" + difference.key().replaceAll("[^A-Za-z0-9]+", "-");
    return new Choice(
        id,
        Choices.name(difference.key()),
        difference.label(),
        changed == null ? null : speech.say("conflict.changed." + changed),
        new Version(id + "-" + Choices.MINE, Choices.MINE, difference.one()),
        new Version(id + "-" + Choices.THEIRS, Choices.THEIRS, difference.other()));
  }
}
