package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.doorsopen.fixtures.routes.ServedRoutes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Checks every route of the running service. */
@ScheduleService
class RoutesIT {

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void describesEveryRouteWithItsBodyAndItsAnswers() {
    var api = new OrganizerApi(port, ScheduleService.LOGIN);
    JsonNode description = api.get("/api/openapi/schedule-service").json();

    assertThat(ServedRoutes.of(mappings).missingIn(description)).isEmpty();
    assertThat(ServedRoutes.of(mappings).withoutSummaryIn(description)).isEmpty();
  }

  @Test
  void refusesWhatForeignPagesSendInTheNameOfAnOrganizer() {
    var api = new OrganizerApi(port, ScheduleService.LOGIN);
    List<String> routes = ServedRoutes.of(mappings).unsafe();

    assertThat(routes)
        .contains(
            "POST /api/schedules/{meetupId}/publications",
            "POST /api/schedules/{meetupId}/cancellation")
        .allSatisfy(route -> {
          String[] parts = route.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()).split(" ");
          assertThat(api.send(parts[0], parts[1], "", "Sec-Fetch-Site", "cross-site").status())
              .isEqualTo(403);
        });
  }
}
