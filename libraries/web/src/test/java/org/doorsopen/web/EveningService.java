package org.doorsopen.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.doorsopen.identity.origins.OtherOrigins;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.doorsopen.web.login.PublicRoutes;
import org.doorsopen.web.problems.Unavailable;
import org.doorsopen.web.session.SignIn;
import org.doorsopen.web.strangers.BodyLimits;
import org.doorsopen.web.strangers.LongAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A service as small as can be, with a public and an organizer's side. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
  EveningService.Routes.class,
  EveningService.LoginRoutes.class,
  EveningService.EveningReader.class
})
public class EveningService {

  @Bean
  PublicRoutes publicRoutes() {
    return PublicRoutes.of(
            "GET /public",
            "POST /public",
            "POST /public/form",
            "POST /public/click",
            "POST /public/whoami",
            "GET /public/{id}",
            "GET /public/fail/*",
            "GET /login",
            "POST /login",
            "POST /logout")
        .openToOtherSites("POST /public/click")
        .openToNamedOrigins("GET /public", "POST /public", "GET /public/fail/*");
  }

  @Bean
  OtherOrigins otherOrigins() {
    return OtherOrigins.of("https://community.example, http://localhost:3000");
  }

  @Bean
  SettableClock clock() {
    return new SettableClock();
  }

  /** A clock that a test may put forward. */
  public static final class SettableClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    public void putForward(Duration time) {
      ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }
  }

  /** Answers with words where a service has pages. */
  @RestController
  static class LoginRoutes {

    private final SignIn signIn;

    LoginRoutes(SignIn signIn) {
      this.signIn = signIn;
    }

    @GetMapping("/login")
    String form(HttpServletRequest request, HttpServletResponse response) {
      signIn.prepareForm(request, response);
      return ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }

    @PostMapping("/login")
    String login(
        HttpServletRequest request,
        HttpServletResponse response,
        @RequestParam String name,
        @RequestParam String password) {
      return signIn.signIn(request, response, name, password).toString();
    }

    @PostMapping("/logout")
    void logout(HttpServletRequest request, HttpServletResponse response) {
      signIn.signOut(request, response);
    }

    @GetMapping({"/desk", "/desk/evening", "/desk/attendees/{id}"})
    String desk(HttpServletRequest request) {
      return ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }

    @PostMapping("/desk")
    String change(Principal organizer) {
      return organizer.getName();
    }

    @PostMapping("/public/whoami")
    String whoAmI(@Nullable Principal organizer) {
      return organizer == null ? "nobody" : organizer.getName();
    }
  }

  /** Lets requests go on to routes that wait. */
  public static final Semaphore WAITING = new Semaphore(0);

  @Bean
  BodyLimits smallBodies() {
    return BodyLimits.of(DataSize.ofBytes(1_000), "POST /public/form");
  }

  @RestController
  static class Routes {

    @GetMapping("/public/wait")
    String waitForATest() throws InterruptedException {
      WAITING.acquire();
      return "waited";
    }

    @GetMapping("/public/listen")
    String listen(HttpServletRequest request) throws InterruptedException {
      LongAnswers.begin(request);
      return waitForATest();
    }

    @GetMapping("/public/language")
    String language(HttpServletRequest request) {
      return String.valueOf(request.getHeader("Accept-Language")) + request.getLocale();
    }

    @GetMapping("/public")
    Map<String, Object> open(@RequestParam(defaultValue = "1") int page) {
      return Map.of("page", page);
    }

    @GetMapping("/public/many")
    List<Integer> many() {
      return IntStream.range(0, 20_000).boxed().toList();
    }

    @GetMapping("/public/{id}")
    Map<String, Object> one(@PathVariable UUID id) {
      return Map.of("id", id);
    }

    @PostMapping("/public")
    Map<String, Object> evening(@RequestBody Evening evening) {
      return evening.read();
    }

    @PostMapping("/public/form")
    Map<String, Object> form(@RequestParam @Nullable String list) {
      return Map.of("list", String.valueOf(list));
    }

    @PostMapping("/public/click")
    Map<String, Object> click() {
      return Map.of();
    }

    @GetMapping("/public/fail/bug")
    String bug() {
      throw new IllegalStateException("secret inner workings");
    }

    @GetMapping("/public/fail/database")
    String database() {
      throw new CannotCreateTransactionException("secret inner workings");
    }

    @GetMapping("/public/fail/kafka")
    String kafka() {
      throw new Unavailable("Kafka does not answer.", Duration.ofMillis(1_500));
    }

    @GetMapping("/public/fail/conflict")
    String conflict() {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "Nothing has changed.");
    }

    @PostMapping("/organizer")
    Map<String, Object> change() {
      return Map.of();
    }

    @GetMapping({"/organizer", "/api/evenings"})
    Callable<Map<String, Object>> organizer() {
      return () -> Map.of("hello", "organizer");
    }
  }

  record Evening(Map<String, Object> read) {}

  record Item(String title) {}

  record Venue(String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  static class EveningReader implements BodyReader<Evening> {

    @Override
    public Evening read(Fields body, HttpHeaders headers) {
      String title = body.line("title", 3, 20);
      int capacity = body.integer("capacity", 0, 1_000);
      List<Item> agenda = body.objects("agenda", 3, item -> new Item(item.line("title", 1, 20)));
      return new Evening(
          Map.of(
              "title", title,
              "capacity", capacity,
              "agenda", agenda,
              "startsAt", body.instant("startsAt"),
              "zone", body.zone("timeZone"),
              "url", String.valueOf(body.optionalUrl("url")),
              "reminders", String.valueOf(body.optionalDurations("reminders", 3)),
              "text", String.valueOf(body.optionalText("text", 100)),
              "venue",
                  Objects.toString(
                      body.object("venue", venue -> new Venue(venue.line("name", 1, 20))))));
    }
  }
}
