package org.doorsopen.schedule.login;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.login.LoginPage.Reason;
import org.doorsopen.web.login.LocalPath;
import org.doorsopen.web.session.SignIn;
import org.doorsopen.web.session.SignIn.Outcome;
import org.doorsopen.web.session.SignIn.Outcome.ForeignForm;
import org.doorsopen.web.session.SignIn.Outcome.SignedIn;
import org.doorsopen.web.session.SignIn.Outcome.TooEarly;
import org.doorsopen.web.session.SignIn.Outcome.WrongNameOrPassword;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Logs organizers in and out, in all services behind the one address. */
@Controller
@Hidden
class LoginController {

  private static final String DESK = "/desk";

  private final SignIn signIn;
  private final Words words;

  LoginController(SignIn signIn, Words words) {
    this.signIn = signIn;
    this.words = words;
  }

  @GetMapping("/login")
  @Nullable ModelAndView form(
      @RequestParam @Nullable String next,
      @RequestParam @Nullable String over,
      @RequestParam @Nullable String out,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<LocalPath> page = LocalPath.of(next);
    if (request.isUserInRole("ORGANIZER")) {
      return goTo(page, response);
    }
    signIn.prepareForm(request, response);
    Reason reason =
        over != null ? Reason.SESSION_OVER : out != null ? Reason.SIGNED_OUT : Reason.ASKED;
    return view(LoginPage.of(reason, page, words.in(locale)), HttpStatus.OK);
  }

  @PostMapping("/login")
  @Nullable ModelAndView signIn(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      @RequestParam @Nullable String next,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<LocalPath> page = LocalPath.of(next);
    Outcome outcome = signIn.signIn(request, response, name, password);
    if (outcome instanceof SignedIn) {
      return goTo(page, response);
    }
    if (outcome instanceof TooEarly early) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(early.retryAfterSeconds()));
    }
    signIn.prepareForm(request, response);
    return view(LoginPage.after(outcome, name, page, words.in(locale)), status(outcome));
  }

  @PostMapping("/logout")
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    signIn.signOut(request, response);
    seeOther("/login?out", response);
  }

  private static HttpStatus status(Outcome outcome) {
    return switch (outcome) {
      case SignedIn _ -> HttpStatus.SEE_OTHER;
      case WrongNameOrPassword _ -> HttpStatus.UNPROCESSABLE_CONTENT;
      case ForeignForm _ -> HttpStatus.FORBIDDEN;
      case TooEarly _ -> HttpStatus.TOO_MANY_REQUESTS;
    };
  }

  private static ModelAndView view(LoginPage page, HttpStatus status) {
    return new ModelAndView("login", Map.of("page", page), status);
  }

  private static @Nullable ModelAndView goTo(
      Optional<LocalPath> page, HttpServletResponse response) {
    seeOther(page.map(LocalPath::value).orElse(DESK), response);
    return null;
  }

  private static void seeOther(String path, HttpServletResponse response) {
    SeeOther.at(path, response);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
