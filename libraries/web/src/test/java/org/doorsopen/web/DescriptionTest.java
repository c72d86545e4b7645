package org.doorsopen.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"doors.login.organizer=ada:lovelace", "doors.web.body-limit=2KB"})
class DescriptionTest {

  @LocalServerPort int port;

  private JsonNode description = JsonMapper.shared().createObjectNode();

  @BeforeEach
  void read() {
    description = Client.json(new Client(port).get("/api/openapi/evening"));
  }

  @Test
  void describesABodyByWhatItsReaderAsksFor() {
    assertThat(
            description
                .at("/paths/~1public/post/requestBody/content/application~1json/schema/$ref")
                .asString())
        .isEqualTo("#/components/schemas/Evening");
    JsonNode evening = description.at("/components/schemas/Evening");
    assertThat(evening.get("required").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder("title", "capacity", "startsAt", "timeZone");
    JsonNode properties = evening.get("properties");
    assertThat(properties.at("/title/type").asString()).isEqualTo("string");
    assertThat(properties.at("/title/minLength").asInt()).isEqualTo(3);
    assertThat(properties.at("/title/maxLength").asInt()).isEqualTo(20);
    assertThat(properties.at("/capacity/maximum").asInt()).isEqualTo(1_000);
    assertThat(properties.at("/startsAt/format").asString()).isEqualTo("date-time");
    assertThat(properties.at("/url/type").toString()).contains("string").contains("null");
    assertThat(properties.at("/reminders/maxItems").asInt()).isEqualTo(3);
    assertThat(properties.at("/agenda/items/$ref").asString())
        .isEqualTo("#/components/schemas/Item");
    assertThat(description.at("/components/schemas/Item/required/0").asString()).isEqualTo("title");
    assertThat(properties.at("/venue/$ref").asString()).isEqualTo("#/components/schemas/Venue");
  }

  @Test
  void describesTheProblemsOfEveryRoute() {
    JsonNode post = description.at("/paths/~1public/post/responses");
    JsonNode organizer = description.at("/paths/~1organizer/post/responses");

    assertThat(post.propertyNames()).contains("200", "400", "403", "413", "415", "500", "503");
    assertThat(post.propertyNames()).doesNotContain("401", "404");
    assertThat(organizer.propertyNames()).contains("401").doesNotContain("413");
    assertThat(post.at("/400/content/application~1problem+json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Problem");
    assertThat(description.at("/paths/~1public~1{id}/get/responses").propertyNames())
        .contains("404")
        .doesNotContain("403");
  }
}
