package org.doorsopen.rsvp.attendees;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorsopen.identity.address.EmailAddress;
import org.doorsopen.rsvp.status.RsvpStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * The RSVPs of a meetup that an organizer wants to see.
 *
 * @param status null for all
 * @param words each is in the name or in the address of an RSVP that is meant
 * @param unreachedOnly whether those alone are meant whose mails reach nobody
 */
public record AttendeeFilter(@Nullable State status, List<Word> words, boolean unreachedOnly) {

  /** So many more would be no search any more, and each is looked for in each name. */
  public static final int MAX_WORDS = 6;

  public static final AttendeeFilter EVERYBODY = new AttendeeFilter(null, List.of(), false);

  /**
   * A word that somebody typed.
   *
   * @param inName as it was typed; names are compared without case and accents
   * @param inAddress as it is in an address: in lower case, an international domain in ASCII
   */
  public record Word(String inName, String inAddress) {

    static Word of(String typed) {
      return new Word(typed, asInAnAddress(typed));
    }

    private static String asInAnAddress(String typed) {
      int at = typed.lastIndexOf('@');
      String domain = typed.substring(at + 1);
      if (domain.chars().allMatch(letter -> letter < 0x80)) {
        return typed.toLowerCase(Locale.ROOT);
      }
      Optional<String> ascii = EmailAddress.parse("a@" + domain).map(EmailAddress::value);
      return typed.substring(0, at + 1).toLowerCase(Locale.ROOT)
          + ascii.map(address -> address.substring(2)).orElse(domain).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param typed the words between spaces; what cannot be in a name or an address is passed over
   */
  public static AttendeeFilter of(@Nullable State status, String typed, boolean unreachedOnly) {
    List<Word> words = new ArrayList<>();
    Stream.of(typed.split("[\\p{Z}\\p{C}]+"))
        .filter(word -> !word.isEmpty())
        .limit(MAX_WORDS)
        .forEach(word -> words.add(Word.of(word)));
    return new AttendeeFilter(status, List.copyOf(words), unreachedOnly);
  }

  /** The same for RSVPs of any status. */
  AttendeeFilter ofAnyStatus() {
    return new AttendeeFilter(null, words, unreachedOnly);
  }
}
