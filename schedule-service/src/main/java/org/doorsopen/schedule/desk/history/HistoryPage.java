package org.doorsopen.schedule.desk.history;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.desk.edit.Differences;
import org.doorsopen.schedule.desk.edit.Differences.Difference;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.publications.Publication;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page that shows what was published of a meetup.
 *
 * @param back the page that it belongs to
 * @param versions the latest first
 * @param numbers of the versions that can be compared, the first one first; empty where they cannot
 * @param comparison of two versions, or null
 */
record HistoryPage(
    String title,
    String back,
    List<Version> versions,
    List<Number> numbers,
    @Nullable Comparison comparison) {

  /**
   * @param by whom it was published; null for everybody else, and where it was not recorded
   * @param note the organizer's words about it, or null
   * @param changes a sentence each; empty for the first
   */
  record Version(
      String heading,
      String when,
      @Nullable String by,
      @Nullable String note,
      List<String> changes) {}

  record Number(String value, String text, boolean isOne, boolean isOther) {}

  /**
   * @param differences empty if both say the same
   */
  record Comparison(String heading, String one, String other, List<Difference> differences) {}

  /**
   * @param isForEverybody whether names and the address of the online room are left out
   */
  static HistoryPage of(
      String back, List<Publication> history, boolean isForEverybody, Speech speech) {
    List<Version> versions = new ArrayList<>();
    @Nullable Meetup before = null;
    for (Publication publication : history) {
      versions.addFirst(version(publication, before, isForEverybody, speech));
      before = publication.meetup();
    }
    String title = history.getLast().meetup().title();
    return new HistoryPage(
        speech.say("history.title", title), back, List.copyOf(versions), List.of(), null);
  }

  /**
   * With a choice of versions to be seen side by side.
   *
   * @param one the number of a version; one that there is not is the one before the other
   * @param other the number of a version; one that there is not is the latest
   */
  HistoryPage comparing(List<Publication> history, int one, int other, Speech speech) {
    if (history.size() < 2) {
      return this;
    }
    Publication right =
        history.get(other >= 1 && other <= history.size() ? other - 1 : history.size() - 1);
    int before = Math.max(1, right.version() - 1);
    Publication left = history.get((one >= 1 && one <= history.size() ? one : before) - 1);
    return new HistoryPage(
        title,
        back,
        versions,
        history.stream()
            .map(Publication::version)
            .map(number ->
                new Number(
                    number.toString(),
                    speech.say("history.version", number),
                    number == left.version(),
                    number == right.version()))
            .toList(),
        comparison(left, right, speech));
  }

  private static Comparison comparison(Publication one, Publication other, Speech speech) {
    return new Comparison(
        speech.say("history.compared", one.version(), other.version()),
        speech.say("history.version", one.version()),
        speech.say("history.version", other.version()),
        Stream.concat(
                one.status() == other.status()
                    ? Stream.of()
                    : Stream.of(status(one, other, speech)),
                Differences.between(one.meetup(), other.meetup(), speech).stream())
            .toList());
  }

  private static Difference status(Publication one, Publication other, Speech speech) {
    return new Difference(
        "status", speech.say("history.status"), word(one, speech), word(other, speech));
  }

  private static String word(Publication publication, Speech speech) {
    return speech.say(
        publication.status() == MeetupStatus.CANCELLED
            ? "desk.state.cancelled"
            : "desk.state.published");
  }

  private static Version version(
      Publication publication, @Nullable Meetup before, boolean isForEverybody, Speech speech) {
    ZoneId zone = publication.meetup().times().timeZone();
    String by = isForEverybody ? null : publication.publishedBy();
    ChangeWords words =
        new ChangeWords(
            before == null ? publication.meetup() : before,
            publication.meetup(),
            isForEverybody,
            speech);
    return new Version(
        speech.say("history.version", publication.version()),
        speech.times().moment(publication.publishedAt(), zone),
        by == null ? null : speech.say("history.by", by),
        publication.note(),
        before == null ? List.of() : publication.changes().stream().map(words::say).toList());
  }
}
