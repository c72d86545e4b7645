package org.doorsopen.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorsopen.web.login.PublicRoutes;
import org.doorsopen.web.problems.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A service with a page. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SamplePages.Sample.class)
class SamplePages {

  @Bean
  PublicRoutes publicRoutes() {
    return PublicRoutes.of(
        "GET /sample",
        "GET /kept",
        "POST /sample",
        "GET /fail/*",
        "GET /api/fail/*",
        "POST /posted");
  }

  /** Comes as early as the first requests do: the server starts in this way, too. */
  static final class Early implements SmartLifecycle {

    private final Assets assets;
    private @Nullable String styles;

    Early(Assets assets) {
      this.assets = assets;
    }

    @Override
    public void start() {
      styles = assets.address("doors.css");
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return styles != null;
    }
  }

  @Bean
  Early early(Assets assets) {
    return new Early(assets);
  }

  @Controller
  static class Sample {

    static final AtomicInteger RENDERED = new AtomicInteger();

    private final KeptPages pages;

    Sample(KeptPages pages) {
      this.pages = pages;
    }

    @GetMapping("/sample")
    ModelAndView sample() {
      FormField name =
          new FormField("agenda[2].name", "Name", "text", "<b>", "A hint", "name", true, null);
      FormField mail = new FormField("email", "E-mail", "email", "", null, "email", true, "fehlt");
      return new ModelAndView("sample", Map.of("fields", List.of(name, mail)));
    }

    @GetMapping("/kept")
    @Nullable ModelAndView kept(
        @RequestParam(defaultValue = "1") String tag,
        @RequestParam(defaultValue = "Name") String label,
        HttpServletRequest request,
        HttpServletResponse response) {
      String key = UUID.randomUUID().toString();
      return pages.answer(
          request,
          response,
          tag,
          Map.of("key", key),
          own -> {
            RENDERED.incrementAndGet();
            FormField field =
                new FormField("key", label, "text", own.apply("key"), "ä", "off", true, null);
            return new ModelAndView("sample", Map.of("fields", List.of(field)));
          });
    }

    @PostMapping("/posted")
    ModelAndView posted() {
      return new ModelAndView("sample", Map.of("fields", List.of()));
    }

    @GetMapping({"/fail/{status}", "/api/fail/{status}"})
    void fail(@PathVariable int status) {
      if (status == 500) {
        throw new IllegalStateException("secret inner workings");
      }
      if (status == 503) {
        throw new Unavailable("Kafka does not answer.", Duration.ofSeconds(2));
      }
      throw new ResponseStatusException(HttpStatus.valueOf(status));
    }
  }
}
