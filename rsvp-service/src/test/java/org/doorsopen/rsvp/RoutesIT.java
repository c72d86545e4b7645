package org.doorsopen.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.doorsopen.fixtures.routes.ServedRoutes;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.web.login.PublicRoutes;
import org.doorsopen.web.rates.RateLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Holds for every route of the running service. */
@RsvpService
class RoutesIT {

  @Autowired private List<PublicRoutes> publicRoutes;

  @Autowired
  @Qualifier("wrongTokensOfANetwork")
  private RateLimit wrongTokens;

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void describesEveryRouteWithItsBodyAndItsAnswers() {
    JsonNode description = service.browser().get("/api/openapi/rsvp-service").json();

    assertThat(ServedRoutes.of(mappings).missingIn(description)).isEmpty();
    assertThat(ServedRoutes.of(mappings).withoutSummaryIn(description)).isEmpty();
  }

  @Test
  void refusesWhatForeignPagesSendInTheNameOfAnOrganizer() {
    List<String> routes = ServedRoutes.of(mappings).unsafe();

    assertThat(routes)
        .contains("POST /api/read-model/rebuilds", "DELETE /api/rsvps/{rsvpId}")
        .allSatisfy(route -> {
          String path =
              route
                  .substring(route.indexOf(' ') + 1)
                  .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
          String[] foreign = {
            "Authorization", RunningService.organizer(), "Sec-Fetch-Site", "cross-site"
          };
          assertThat(
                  route.startsWith("DELETE")
                      ? service.browser().delete(path, foreign).status()
                      : service.browser().postForm(path, "", foreign).status())
              .isEqualTo(403);
        });
  }

  @Test
  void refusesFormsOfForeignPagesAndTakesThoseOfItsOwn() {
    String rsvpId = UUID.randomUUID().toString();
    String form = "token=" + tokens.issue(UUID.randomUUID().toString(), rsvpId);
    String path = "/rsvps/" + rsvpId + "/cancellation";

    assertThat(service.browser().postForm(path, form, "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
    assertThat(service.browser().postForm(path, form, "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(303);
    assertThat(service.browser().postForm(path, form, "Origin", "null").status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/actuator/env"
      })
  void hasHealthAndMetricsAtAnInnerPortAlone(String path) {
    assertThat(service.browser().get(path).status()).isEqualTo(404);
    assertThat(service.browser().get(path, "Authorization", RunningService.organizer()).status())
        .isEqualTo(404);
    assertThat(service.management().get(path).status())
        .isEqualTo(path.matches(".*(health|readiness|prometheus)") ? 200 : 404);
    assertThat(service.management().get(path, "X-Forwarded-Host", "metrics.evil.example").status())
        .isEqualTo(421);
  }

  @Test
  void countsWrongTokensAtEveryRouteThatTakesOne() {
    assertThat(publicRoutes)
        .flatMap(PublicRoutes::routes)
        .filteredOn(route -> route.contains("{rsvpId}"))
        .hasSizeGreaterThan(10)
        .allSatisfy(route -> {
          String[] parts = route.split(" ");
          MockHttpServletRequest request = new MockHttpServletRequest(parts[0], parts[1]);
          assertThat(wrongTokens.routes()).anyMatch(matcher -> matcher.matches(request));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/meetups", "/favicon.ico", "/robots.txt", "/wp-login.php"})
  void asksNobodyForALoginWhereThereIsNothingBehindOne(String path) {
    assertThat(service.browser().get(path).status()).isIn(200, 404);
    assertThat(service.browser().head(path).status()).isIn(200, 404);
  }
}
