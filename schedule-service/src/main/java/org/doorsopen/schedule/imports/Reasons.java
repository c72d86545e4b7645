package org.doorsopen.schedule.imports;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.imports.domain.Doubt;
import org.doorsopen.schedule.imports.domain.Reason;

/**
 * Says in words why something is uncertain, in the language of a page or, for the API, in English.
 */
record Reasons(Speech speech) {

  String inWords(Doubt doubt) {
    String key = doubt.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return speech.say("imports.why." + key, detail(doubt));
  }

  private String detail(Doubt doubt) {
    return doubt.reason() == Reason.WEEKDAY_DIFFERS
        ? DayOfWeek.valueOf(doubt.detail().toUpperCase(Locale.ROOT))
            .getDisplayName(TextStyle.FULL, speech.locale())
        : doubt.detail();
  }
}
