package org.doorsopen.notification.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.doorsopen.notification.letters.Letter.Section;
import org.doorsopen.notification.letters.exports.DataExport;
import org.doorsopen.notification.letters.exports.DataExport.OfRsvp;

/**
 * The data that is held about an address as people read it; the file beside it says the same and
 * more.
 */
final class ExportInWords {

  /** Beyond that, people look into the file. */
  private static final int MAX_RSVPS = 20;

  private ExportInWords() {}

  static List<Section> of(DataExport export, LocalizedText text) {
    List<Section> sections = new ArrayList<>();
    export.rsvps().stream().limit(MAX_RSVPS).forEach(rsvp -> sections.add(section(rsvp, text)));
    int more = export.rsvps().size() + export.others() - sections.size();
    if (more > 0) {
      sections.add(
          new Section(
              text.say("heading.export.more"), false, List.of(text.say("export.more", more))));
    }
    return sections;
  }

  private static Section section(OfRsvp rsvp, LocalizedText text) {
    String title = Objects.requireNonNullElseGet(rsvp.meetup(), () -> text.say("unnamed"));
    List<String> lines = new ArrayList<>();
    lines.add(
        text.say(
            "export.person",
            rsvp.contact().name(),
            rsvp.contact().email(),
            rsvp.contact().locale().getDisplayLanguage(rsvp.contact().locale())));
    lines.add(standing(rsvp, text));
    lines.add(text.say("export.address." + rsvp.elsewhere().addressConfirmed()));
    if (rsvp.elsewhere().undelivered() != null) {
      lines.add(text.say("export.undelivered"));
    }
    if (rsvp.recipient() != null && !rsvp.recipient().wantsReminders()) {
      lines.add(text.say("export.reminders"));
    }
    lines.add(text.say("export.mails", rsvp.mails().size()));
    return new Section(text.say("heading.export", title), false, lines);
  }

  private static String standing(OfRsvp rsvp, LocalizedText text) {
    String state =
        text.sayOr("export.state." + rsvp.elsewhere().status(), "export.state.REQUESTED");
    Integer seats = rsvp.elsewhere().seats();
    return seats == null
        ? text.say("export.standing", state)
        : text.say("export.standing.seats", state, seats);
  }
}
