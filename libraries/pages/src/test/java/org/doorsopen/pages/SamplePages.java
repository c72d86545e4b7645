package org.doorsopen.pages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.doorsopen.web.login.PublicRoutes;
import org.doorsopen.web.problems.Unavailable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
        "GET /sample", "POST /sample", "GET /fail/*", "GET /api/fail/*", "POST /posted");
  }

  @Controller
  static class Sample {

    @GetMapping("/sample")
    ModelAndView sample() {
      FormField name =
          new FormField("agenda[2].name", "Name", "text", "<b>", "A hint", "name", true, null);
      FormField mail = new FormField("email", "E-mail", "email", "", null, "email", true, "fehlt");
      return new ModelAndView("sample", Map.of("fields", List.of(name, mail)));
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
