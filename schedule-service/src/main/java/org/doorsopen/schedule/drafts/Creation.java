package org.doorsopen.schedule.drafts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.regex.Pattern;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.json.MeetupJson;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;

/**
 * One wish of an organizer to create a meetup, which may arrive twice: by a double click, or
 * because the first answer was lost.
 *
 * @param organizer as recorded; the keys of others are other keys
 * @param key chosen by the client, for one wish alone
 * @param digest of what was sent, the same if it was the same
 */
public record Creation(String organizer, String key, String digest) {

  static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,200}");

  /**
   * Null without a key: then each request is a wish of its own. Throws {@link InvalidFields} if the
   * key is malformed.
   */
  public static @Nullable Creation of(String organizer, @Nullable String key, Meetup meetup) {
    if (key == null) {
      return null;
    }
    if (!KEY.matcher(key).matches()) {
      throw InvalidFields.of(HEADER, "must be 1 to 200 printable ASCII characters");
    }
    String digest = UUID.nameUUIDFromBytes(MeetupJson.of(meetup).getBytes(UTF_8)).toString();
    return new Creation(organizer, key, digest);
  }
}
