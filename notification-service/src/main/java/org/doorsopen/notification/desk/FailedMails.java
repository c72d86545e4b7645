package org.doorsopen.notification.desk;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.troubles.ServerTroubles.ServerTrouble;
import org.doorsopen.pages.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * The texts of what keeps mails from going out, and of the mails that were given up, the newest
 * first. It names no recipient.
 *
 * @param note says that there are none, or that there are more than these; null otherwise
 * @param held says how many mails were held back within a day; null if none was
 */
record FailedMails(
    List<Trouble> troubles, List<Entry> entries, @Nullable String note, @Nullable String held) {

  static final int MAX_SHOWN = 10;
  static final int MAX_COUNTED = 1_000;

  /**
   * @param words the mail server's own
   */
  record Trouble(String what, String since, String words) {}

  /**
   * @param meetup its title, or null if it is not known here
   * @param retried when it was tried again, and by whom; or null
   * @param error the mail server's own words, or null
   */
  record Entry(
      String kind,
      @Nullable String meetup,
      String queued,
      @Nullable String retried,
      @Nullable String error) {}

  static FailedMails of(
      List<ServerTrouble> troubles,
      List<Mail> mails,
      int held,
      Map<String, Publication> meetups,
      Speech speech) {
    List<Entry> entries =
        mails.stream()
            .limit(MAX_SHOWN)
            .map(mail -> entry(mail, meetups.get(mail.meetupId()), speech))
            .toList();
    return new FailedMails(
        troubles.stream().map(trouble -> trouble(trouble, speech)).toList(),
        entries,
        note(mails.size(), speech),
        held(held, speech));
  }

  private static Trouble trouble(ServerTrouble trouble, Speech speech) {
    return new Trouble(
        speech.say("trouble." + trouble.verdict()),
        speech.say("trouble.since", speech.times().moment(trouble.since(), ZoneOffset.UTC)),
        trouble.words());
  }

  private static @Nullable String held(int count, Speech speech) {
    if (count == 0) {
      return null;
    }
    return count > MAX_COUNTED
        ? speech.say("failed.held.more", MAX_COUNTED)
        : speech.say("failed.held", count);
  }

  private static @Nullable String note(int count, Speech speech) {
    if (count == 0) {
      return speech.say("failed.none");
    }
    return count > MAX_SHOWN ? speech.say("failed.more", MAX_SHOWN) : null;
  }

  private static Entry entry(Mail mail, @Nullable Publication meetup, Speech speech) {
    ZoneId zone = meetup == null ? ZoneOffset.UTC : meetup.meetup().times().zone();
    return new Entry(
        speech.say("failed.kind." + mail.kind()),
        meetup == null ? null : meetup.meetup().title(),
        speech.say("failed.queued", speech.times().moment(mail.times().queuedAt(), zone)),
        retried(mail.times().lastRetry(), zone, speech),
        mail.tries().lastError());
  }

  private static @Nullable String retried(Mail.@Nullable Retry retry, ZoneId zone, Speech speech) {
    if (retry == null || retry.by() == null) {
      return null;
    }
    return speech.say("failed.retried", retry.by(), speech.times().moment(retry.at(), zone));
  }
}
