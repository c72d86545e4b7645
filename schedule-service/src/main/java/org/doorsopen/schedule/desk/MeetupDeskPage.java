package org.doorsopen.schedule.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.doorsopen.pages.words.LocalTimes;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.meetups.domain.Times;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page on which organizers see one meetup.
 *
 * @param state in words
 * @param tone one of good, waiting, bad, past: a CSS class
 * @param published which version was published when, and by whom; null before the first
 * @param place or null while there is none
 * @param figures the address of the part with the seats, or null where nobody could RSVP yet
 * @param links to the pages about it, the most likely one first
 * @param copy makes the next draft of it
 */
record MeetupDeskPage(
    String title,
    String state,
    String tone,
    @Nullable String published,
    LocalTimes.Span when,
    @Nullable String place,
    @Nullable String figures,
    List<Link> links,
    Copy copy) {

  /**
   * @param key for one draft, however often the button is pressed
   */
  record Copy(String address, String key) {}

  record Link(String address, String text) {}

  static MeetupDeskPage of(Draft draft, Instant now, Speech speech) {
    Times times = draft.meetup().times();
    boolean over = DeskPage.isOver(draft, now);
    PublishedVersion latest = draft.latest();
    return new MeetupDeskPage(
        draft.meetup().title(),
        DeskPage.state(draft, over, speech),
        DeskPage.tone(draft, over),
        latest == null ? null : published(latest, times.timeZone(), speech),
        speech.times().span(times.startsAt(), times.endsAt(), times.timeZone()),
        DeskPage.place(draft.meetup(), speech),
        DeskPage.figures(draft),
        links(draft, speech),
        new Copy("/desk/meetups/" + draft.meetupId() + "/copies", UUID.randomUUID().toString()));
  }

  private static String published(PublishedVersion latest, ZoneId zone, Speech speech) {
    String when = speech.times().moment(latest.publishedAt(), zone);
    return latest.publishedBy() == null
        ? speech.say("desk.meetup.published", latest.number(), when)
        : speech.say("desk.meetup.published.by", latest.number(), when, latest.publishedBy());
  }

  private static List<Link> links(Draft draft, Speech speech) {
    List<Link> links = new ArrayList<>();
    if (draft.status() != MeetupStatus.CANCELLED) {
      links.add(
          new Link("/desk/meetups/" + draft.meetupId() + "/edit", speech.say("desk.meetup.edit")));
    }
    links.add(
        new Link(
            "/desk/meetups/" + draft.meetupId() + "/preview", speech.say("desk.meetup.preview")));
    if (draft.status() != MeetupStatus.DRAFT) {
      links.add(
          new Link("/desk/attendees/" + draft.meetupId(), speech.say("desk.meetup.attendees")));
      links.add(new Link("/meetups/" + draft.meetupId(), speech.say("desk.meetup.public")));
      links.add(
          new Link(
              "/desk/meetups/" + draft.meetupId() + "/history", speech.say("desk.meetup.history")));
    }
    String own = "/desk/meetups/" + draft.meetupId();
    if (draft.hasUnpublishedChanges()) {
      links.addFirst(new Link(own + "/publish", speech.say("publish.title")));
    } else if (draft.status() == MeetupStatus.PUBLISHED) {
      links.add(new Link(own + "/publish", speech.say("publish.window")));
    }
    if (draft.status() == MeetupStatus.PUBLISHED) {
      links.add(new Link(own + "/messages", speech.say("messages.title")));
      links.add(new Link(own + "/cancel", speech.say("cancel.title")));
    }
    return List.copyOf(links);
  }
}
