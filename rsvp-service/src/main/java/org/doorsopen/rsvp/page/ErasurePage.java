package org.doorsopen.rsvp.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.erasure.Erasure;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page that erases, and of those that say what was asked for about one's data.
 *
 * @param tone a CSS class
 * @param button null where there is nothing to press
 * @param parts what is erased, where, and by when; empty where nothing is
 * @param receipts of the services; empty before any can be expected
 * @param changing whether a receipt is still to come
 */
record ErasurePage(
    String headline,
    String explanation,
    String tone,
    @Nullable String button,
    List<Part> parts,
    List<Receipt> receipts,
    boolean changing) {

  /**
   * @param where a part of the platform, as people would call it
   * @param until by when it is gone, or why it stays
   */
  record Part(String where, String what, String until) {}

  record Receipt(String where, String text) {}

  static ErasurePage asking(Speech speech) {
    return new ErasurePage(
        speech.say("erasure.ask"),
        speech.say("erasure.ask.text"),
        "card",
        speech.say("erasure.button"),
        parts(speech),
        List.of(),
        false);
  }

  /**
   * After the button was pressed.
   *
   * @param erasure null until it was read
   */
  static ErasurePage of(@Nullable Erasure erasure, ZoneId zone, Speech speech) {
    boolean complete = erasure != null && isComplete(erasure);
    return new ErasurePage(
        speech.say(complete ? "erasure.complete" : "erasure.done"),
        speech.say(complete ? "erasure.complete.text" : "erasure.done.text"),
        complete ? "good" : "waiting",
        null,
        parts(speech),
        erasure == null ? List.of() : receipts(erasure, zone, speech),
        !complete);
  }

  static ErasurePage mailed(Speech speech) {
    return new ErasurePage(
        speech.say("erasure.mailed"),
        speech.say("erasure.mailed.text"),
        "waiting",
        null,
        parts(speech),
        List.of(),
        false);
  }

  static ErasurePage exported(Speech speech) {
    return plain(speech.say("export.mailed"), speech.say("export.mailed.text"), "waiting");
  }

  static ErasurePage cancelled(Speech speech) {
    return plain(speech.say("erasure.cancelled"), speech.say("erasure.cancelled.text"), "card");
  }

  /** Says what was asked for, and no more. */
  private static ErasurePage plain(String headline, String explanation, String tone) {
    return new ErasurePage(headline, explanation, tone, null, List.of(), List.of(), false);
  }

  private static boolean isComplete(Erasure erasure) {
    return erasure.receipts().stream().allMatch(receipt -> receipt.completedAt() != null);
  }

  static List<Receipt> receipts(Erasure erasure, ZoneId zone, Speech speech) {
    return erasure.receipts().stream()
        .map(receipt ->
            new Receipt(
                speech.sayOr("erasure.service." + receipt.service(), "erasure.service"),
                state(receipt.completedAt(), zone, speech)))
        .toList();
  }

  private static String state(@Nullable Instant completedAt, ZoneId zone, Speech speech) {
    return completedAt == null
        ? speech.say("erasure.pending")
        : speech.say("erasure.completed", speech.times().moment(completedAt, zone));
  }

  private static List<Part> parts(Speech speech) {
    return Stream.of("rsvps", "mails", "log", "stays", "elsewhere")
        .map(part ->
            new Part(
                speech.say("erasure.part." + part),
                speech.say("erasure.part." + part + ".what"),
                speech.say("erasure.part." + part + ".until")))
        .toList();
  }
}
