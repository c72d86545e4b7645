package org.doorsopen.notification.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailLog.Outcome;
import org.doorsopen.notification.messages.Message;
import org.doorsopen.pages.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * The texts of what became of the mails that organizers caused at a meetup, the latest first. It
 * names no recipient.
 *
 * @param note says that there are none, or null
 */
record MailOutcomes(List<Entry> entries, @Nullable String note) {

  static final int MAX_SHOWN = 30;

  /**
   * @param what the mails are about
   * @param counts of all, and of each fate that some of them had
   */
  record Entry(String what, List<String> counts) {}

  /**
   * @param messages by their ids
   */
  static MailOutcomes of(List<Outcome> outcomes, Map<String, Message> messages, Speech speech) {
    return new MailOutcomes(
        outcomes.stream()
            .map(outcome -> new Entry(what(outcome, messages, speech), counts(outcome, speech)))
            .toList(),
        outcomes.isEmpty() ? speech.say("outcome.none") : null);
  }

  private static String what(Outcome outcome, Map<String, Message> messages, Speech speech) {
    if (outcome.kind() == MailKind.MESSAGE) {
      return Objects.requireNonNull(messages.get(outcome.about())).in(speech.locale()).subject();
    }
    return outcome.kind() == MailKind.SCHEDULE_CHANGED
        ? speech.say("outcome.change", outcome.about())
        : speech.say("failed.kind." + outcome.kind());
  }

  private static List<String> counts(Outcome outcome, Speech speech) {
    List<String> counts = new ArrayList<>();
    counts.add(speech.say("outcome.all", outcome.all()));
    add(counts, "outcome.sent", outcome.sent(), speech);
    add(counts, "outcome.open", outcome.open(), speech);
    add(counts, "outcome.failed", outcome.failed(), speech);
    add(counts, "outcome.missed", outcome.missed(), speech);
    return counts;
  }

  private static void add(List<String> counts, String key, int count, Speech speech) {
    if (count > 0) {
      counts.add(speech.say(key, count));
    }
  }
}
