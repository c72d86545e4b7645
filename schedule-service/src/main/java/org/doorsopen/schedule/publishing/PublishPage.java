package org.doorsopen.schedule.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.meetups.domain.versions.Notify;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.doorsopen.schedule.parties.domain.Crowd;
import org.doorsopen.schedule.publishing.Consequences.Mails;
import org.doorsopen.schedule.publishing.Consequences.Seats;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page on which a meetup is published.
 *
 * @param meetup its title; null where it cannot be read
 * @param desk the address of the meetup at the desk
 * @param path of this page
 * @param news what has just happened, or null
 * @param obstacle why nothing can be published; null where there is a form
 * @param first what the first publication does; null for later ones
 * @param changes against the latest version, a sentence each
 * @param seats what becomes of them, a sentence each
 * @param choices whom to tell; empty where there is nobody to choose
 * @param unreached says that mails do not reach some of them; or null
 * @param window the address of the part that says when mails go out; null before a publication
 * @param outcome the address of the part that says what became of them; null as well
 */
record PublishPage(
    @Nullable String meetup,
    String desk,
    String path,
    @Nullable String news,
    @Nullable String obstacle,
    @Nullable String first,
    List<String> changes,
    List<String> seats,
    List<Choice> choices,
    @Nullable String unreached,
    @Nullable String window,
    @Nullable String outcome) {

  /**
   * @param figures how many are told
   */
  record Choice(String value, String label, String figures, boolean chosen) {}

  /**
   * @param consequences null before the first publication
   */
  static PublishPage of(
      Draft draft,
      @Nullable Consequences consequences,
      Crowd crowd,
      @Nullable String obstacle,
      @Nullable String news,
      Notify chosen,
      Speech speech) {
    String path = "/desk/meetups/" + draft.meetupId() + "/publish";
    PublishedVersion latest = draft.latest();
    boolean shows = obstacle == null && consequences != null;
    return new PublishPage(
        draft.meetup().title(),
        "/desk/meetups/" + draft.meetupId(),
        path,
        news,
        obstacle,
        obstacle == null && consequences == null ? speech.say("publish.first") : null,
        shows
            ? ChangesInWords.of(
                consequences.differences(),
                ToldMeetups.of(Consequences.next(draft, latest)),
                speech)
            : List.of(),
        shows ? seats(consequences.seats(), crowd, speech) : List.of(),
        shows ? choices(consequences, chosen, speech) : List.of(),
        shows && crowd.unreached() > 0 ? speech.say("publish.unreached", crowd.unreached()) : null,
        latest == null ? null : part(draft.meetupId(), "window"),
        latest == null ? null : part(draft.meetupId(), "changes"));
  }

  /** Where nothing of the meetup can be read at the moment. */
  static PublishPage unread(UUID meetupId, Notify chosen, Speech speech) {
    String desk = "/desk/meetups/" + meetupId;
    return new PublishPage(
        null,
        desk,
        desk + "/publish",
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(choice(Notify.AUTO, "", chosen, speech), choice(Notify.ALWAYS, "", chosen, speech)),
        null,
        null,
        null);
  }

  private static String part(UUID meetupId, String name) {
    return "/desk/mails/" + meetupId + "/" + name;
  }

  private static List<Choice> choices(Consequences consequences, Notify chosen, Speech speech) {
    return List.of(
        choice(Notify.AUTO, mails(consequences.auto(), speech), chosen, speech),
        choice(Notify.ALWAYS, mails(consequences.always(), speech), chosen, speech));
  }

  private static Choice choice(Notify notify, String figures, Notify chosen, Speech speech) {
    return new Choice(
        notify.name(), speech.say("publish.notify." + notify), figures, notify == chosen);
  }

  /** Such as “83 mails: 61 confirmed, 22 waiting”. */
  static String mails(Mails mails, Speech speech) {
    return mails.all() == 0
        ? speech.say("publish.mails.none")
        : speech.say("publish.mails", mails.all(), mails.confirmed(), mails.waiting());
  }

  private static List<String> seats(Seats seats, Crowd crowd, Speech speech) {
    List<String> sentences = new ArrayList<>();
    if (!seats.change()) {
      return sentences;
    }
    if (seats.capacityBefore() != seats.capacity()) {
      sentences.add(speech.say("publish.seats.change", seats.capacityBefore(), seats.capacity()));
    }
    if (seats.capacity() < seats.capacityBefore()) {
      sentences.add(speech.say("publish.seats.kept"));
    }
    if (crowd.waiting().isEmpty()) {
      return sentences;
    }
    if (!seats.open()) {
      sentences.add(speech.say("publish.seats.ended"));
    } else if (seats.movingUp() > 0) {
      sentences.add(speech.say("publish.seats.up", seats.movingUp()));
    } else if (seats.untilOneIsFree() > 0) {
      sentences.add(speech.say("publish.seats.until", seats.untilOneIsFree()));
    } else {
      sentences.add(speech.say("publish.seats.nobody"));
    }
    return sentences;
  }
}
