package org.doorsopen.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.doorsopen.web.description.ServedRoutes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Holds for every route of the running service. */
class RoutesIT extends RsvpServiceStory {

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void describesEveryRouteWithItsBodyAndItsAnswers() {
    assertThat(ServedRoutes.of(mappings).missingIn(browser().get("/v3/api-docs").json())).isEmpty();
  }

  @Test
  void refusesWhatForeignPagesSendInTheNameOfAnOrganizer() {
    List<String> routes = ServedRoutes.of(mappings).unsafe();

    assertThat(routes)
        .contains("POST /api/read-model/rebuilds", "DELETE /api/rsvps/{rsvpId}")
        .allSatisfy(route -> {
          String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]+}", newId());
          String[] foreign = {"Authorization", organizer(), "Sec-Fetch-Site", "cross-site"};
          assertThat(
                  route.startsWith("DELETE")
                      ? browser().delete(path, foreign).status()
                      : browser().postForm(path, "", foreign).status())
              .isEqualTo(403);
        });
  }

  @Test
  void refusesFormsOfForeignPagesAndTakesThoseOfItsOwn() {
    String rsvpId = newId();
    String form = "token=" + tokens.issue(newId(), rsvpId);
    String path = "/rsvps/" + rsvpId + "/cancellation";

    assertThat(browser().postForm(path, form, "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
    assertThat(browser().postForm(path, form, "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(303);
    assertThat(browser().postForm(path, form, "Origin", "null").status()).isEqualTo(303);
  }
}
