package org.doorsopen.rsvp.attendees.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.attendees.web.GrantWish.Why;
import org.doorsopen.rsvp.requests.SeatGrants.Wish;
import org.jspecify.annotations.Nullable;

/**
 * The part of a form that gives seats by hand: why, and of which seats.
 *
 * @param key made with the form and sent with it, so that a double click is one wish
 * @param reasons why there are any
 * @param kept in words, how many kept seats nobody has; null where there are none
 * @param reserved whether those are to be used first
 * @param error what is wrong with the reason, or null
 */
record GrantForm(
    String key,
    List<Choice> reasons,
    @Nullable String kept,
    boolean reserved,
    @Nullable String error) {

  static final String KEY = "key";
  static final String REASON = "reason";
  static final String RESERVED = "reserved";

  record Choice(String value, String text, boolean chosen) {}

  /**
   * @param kept how many kept seats nobody has
   */
  static GrantForm fresh(int kept, Speech speech) {
    return of(Map.of(RESERVED, "true"), kept, null, speech);
  }

  /**
   * @param typed what was sent before; empty where nothing was
   */
  static GrantForm of(Map<String, String> typed, int kept, @Nullable String error, Speech speech) {
    return new GrantForm(
        key(typed),
        Arrays.stream(Why.values())
            .map(reason ->
                new Choice(
                    reason.name(),
                    speech.say("grant.reason." + reason),
                    reason.name().equals(typed.get(REASON))))
            .toList(),
        kept > 0 ? speech.say("grant.kept", kept) : null,
        kept > 0 && typed.containsKey(RESERVED),
        error);
  }

  /** Empty if the reason is none of those that are offered. */
  static Optional<Wish> read(Map<String, String> form, String organizer) {
    return Arrays.stream(Why.values())
        .filter(reason -> reason.name().equals(form.get(REASON)))
        .findFirst()
        .map(reason ->
            new Wish(form.containsKey(RESERVED), reason.recorded(), organizer, key(form)));
  }

  /** A key that is none was made up by somebody; the wish counts all the same. */
  static String key(Map<String, String> form) {
    try {
      return UUID.fromString(form.getOrDefault(KEY, "")).toString();
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID().toString();
    }
  }
}
