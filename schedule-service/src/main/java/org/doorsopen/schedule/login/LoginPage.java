package org.doorsopen.schedule.login;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorsopen.pages.FormField;
import org.doorsopen.pages.TypedForm;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.web.login.LocalPath;
import org.doorsopen.web.session.SignIn.Outcome;
import org.doorsopen.web.session.SignIn.Outcome.ForeignForm;
import org.doorsopen.web.session.SignIn.Outcome.SignedIn;
import org.doorsopen.web.session.SignIn.Outcome.TooEarly;
import org.doorsopen.web.session.SignIn.Outcome.WrongNameOrPassword;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page on which organizers log in.
 *
 * @param tone of the note above the form: good, waiting or bad
 * @param note what has happened before, or null
 * @param next a path of ours, or null
 */
record LoginPage(
    String tone, @Nullable String note, List<FormField> fields, @Nullable String next) {

  /** Why somebody sees the page. */
  enum Reason {
    ASKED,
    SESSION_OVER,
    SIGNED_OUT
  }

  static LoginPage of(Reason reason, Optional<LocalPath> next, Speech speech) {
    return switch (reason) {
      case ASKED ->
          page("waiting", next.isPresent() ? speech.say("login.needed") : null, "", next, speech);
      case SESSION_OVER -> page("waiting", speech.say("login.over"), "", next, speech);
      case SIGNED_OUT -> page("good", speech.say("login.out"), "", next, speech);
    };
  }

  /**
   * @param name as it was typed; the password is typed again
   */
  static LoginPage after(Outcome outcome, String name, Optional<LocalPath> next, Speech speech) {
    return page("bad", words(outcome, speech), name, next, speech);
  }

  private static String words(Outcome outcome, Speech speech) {
    return switch (outcome) {
      case SignedIn _ ->
          throw new IllegalArgumentException("They see the page that they asked for");
      case WrongNameOrPassword _ -> speech.say("login.wrong");
      case ForeignForm _ -> speech.say("login.foreign");
      case TooEarly early when early.retryAfterSeconds() < 60 ->
          speech.say("login.early.seconds", early.retryAfterSeconds());
      case TooEarly early ->
          speech.say("login.early.minutes", (early.retryAfterSeconds() + 59) / 60);
    };
  }

  private static LoginPage page(
      String tone, @Nullable String note, String name, Optional<LocalPath> next, Speech speech) {
    TypedForm form = new TypedForm(Map.of("name", name), Set.of(), speech);
    FormField nameField =
        form.field("name", "text", "login.name").completedAs("username").asRequired();
    FormField passwordField =
        form.field("password", "password", "login.password")
            .completedAs("current-password")
            .asRequired();
    return new LoginPage(
        tone, note, List.of(nameField, passwordField), next.map(LocalPath::value).orElse(null));
  }
}
