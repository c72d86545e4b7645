package org.doorsopen.rsvp.page.meetup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.doorsopen.changes.domain.Reading;
import org.doorsopen.pages.FormField;
import org.doorsopen.pages.TypedForm;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.rsvp.page.Availability;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for seats, with all that was typed before.
 *
 * @param key made with the form and sent with it, so that a double click, a reload and Back are one
 *     RSVP
 * @param made when the form was made, signed: it tells how long somebody took to answer it
 * @param sure signed, where the form was shown again to ask whether a person has sent it; or null
 * @param agreement to the code of conduct, or null where there is none
 * @param agreed a box that was ticked before, where it cannot be shown; or null
 * @param note what went wrong before, or null
 * @param button what it does, in words
 */
record RsvpForm(
    String action,
    String key,
    String made,
    @Nullable String sure,
    List<FormField> fields,
    @Nullable Agreement agreement,
    @Nullable String agreed,
    @Nullable String note,
    String button) {

  static final String KEY = "key";
  static final String MADE = "made";
  static final String SURE = "sure";
  static final String AGREED = "agreed";

  /** A field that people do not see. It has a name that programs like to fill in. */
  static final String TRAP = "website";

  /** The fields that are numbers in JSON. */
  static final Set<String> NUMBERS = Set.of("guests");

  /**
   * @param value stands for this address: a box that was ticked for another one is not given
   * @param given whether it was ticked before
   * @param error how to mend it, or null
   */
  record Agreement(String url, String value, boolean given, @Nullable String error) {}

  /**
   * An empty form.
   *
   * @param own has its key and when it was made, by their names
   */
  static RsvpForm fresh(
      Meetup meetup, Availability seats, FormSeal seal, UnaryOperator<String> own, Speech speech) {
    RsvpForm form = of(meetup, seats, seal, Map.of(), Set.of(), null, false, speech);
    return new RsvpForm(
        form.action(),
        own.apply(KEY),
        own.apply(MADE),
        form.sure(),
        form.fields(),
        form.agreement(),
        form.agreed(),
        form.note(),
        form.button());
  }

  /**
   * The form as it was sent, to be mended or sent again.
   *
   * @param typed by the names of the fields
   * @param wrong the names of the fields that are to be mended
   * @param note above the form, or null
   * @param sure whether sending it again counts as a person's word
   */
  static RsvpForm of(
      Meetup meetup,
      Availability seats,
      FormSeal seal,
      Map<String, String> typed,
      Set<String> wrong,
      @Nullable String note,
      boolean sure,
      Speech speech) {
    PublishedMeetup contents = meetup.contents();
    String key = typed.getOrDefault(KEY, "");
    int maxGuests = contents.seating().maxGuests();
    TypedForm form = new TypedForm(typed, wrong, speech);
    var fields = new ArrayList<>(person(form));
    if (maxGuests > 0) {
      fields.add(
          form.field("guests", "number", "form.guests", "0", maxGuests)
              .hinting(speech.say("form.guests.hint", maxGuests)));
    }
    String url = contents.codeOfConductUrl();
    return new RsvpForm(
        "/meetups/" + meetup.meetupId() + "/rsvps",
        key,
        seal.made(key),
        sure ? seal.sure(key) : null,
        List.copyOf(fields),
        url == null
            ? null
            : new Agreement(
                url,
                agreed(url),
                agreed(url).equals(typed.get(AGREED)),
                wrong.contains(AGREED) ? speech.say("form.agreed.wrong") : null),
        null,
        note,
        speech.say(
            seats.kind() == Availability.Kind.WAITLIST ? "form.button.wait" : "form.button"));
  }

  /**
   * The form as it was sent, to be sent again, while nothing can be read about the meetup.
   *
   * @param note above the form
   */
  static RsvpForm kept(
      String meetupId, FormSeal seal, Map<String, String> typed, String note, Speech speech) {
    String key = typed.getOrDefault(KEY, "");
    TypedForm form = new TypedForm(typed, Set.of(), speech);
    var fields = new ArrayList<>(person(form));
    if (typed.containsKey("guests")) {
      fields.add(form.field("guests", "number", "form.guests").asRequired());
    }
    return new RsvpForm(
        "/meetups/" + meetupId + "/rsvps",
        key,
        seal.made(key),
        seal.sure(key),
        List.copyOf(fields),
        null,
        typed.get(AGREED),
        note,
        speech.say("form.button"));
  }

  /** The value of the box, which stands for the code of conduct behind it. */
  static String agreed(String url) {
    return Reading.digest(List.of(url));
  }

  private static List<FormField> person(TypedForm form) {
    return List.of(
        form.field("name", "text", "form.name").completedAs("name").asRequired(),
        form.field("email", "email", "form.email")
            .hinting(form.speech().say("form.email.hint"))
            .completedAs("email")
            .asRequired());
  }
}
