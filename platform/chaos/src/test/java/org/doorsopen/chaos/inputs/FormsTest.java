package org.doorsopen.chaos.inputs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.doorsopen.chaos.inputs.Route.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormsTest {

  private static final Map<String, String> PAGES =
      Map.of(
          "/",
              "<a href='/meetups/m1'>One</a> <a href='mailto:a@example.org'>Write</a>"
                  + " <a href='no address [at all'>Typed</a> <a href='https://elsewhere.example/'>Elsewhere</a>",
          "/meetups/m1",
              """
              <form method="post" action="/meetups/m1/rsvps">
                <input name="email"><textarea name="note">Hello</textarea>
                <input type="radio" name="day" value="1"><input type="radio" name="day" value="2">
                <select name="lang"><option value="de">Deutsch<option>en</select>
                <button name="do" value="ask">Ask</button>
              </form>
              <form><input name="q"></form><a href="#top">Up</a><a href="/meetups/m2">Two</a>
              """,
          "/meetups/m2", "<form method=POST action='m2/rsvps'><input name=email></form>");

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", FormsTest::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void findsTheFormsOfAllPagesWithWhatTheyOffer() throws Exception {
    assertThat(forms())
        .containsExactly(
            new Route("GET", "/meetups/{id}", List.of("q"), List.of(), null, List.of(), List.of()),
            new Route(
                "POST",
                "/meetups/{id}/rsvps",
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(
                    new Field("email", List.of("")),
                    new Field("note", List.of("Hello")),
                    new Field("day", List.of("1", "2")),
                    new Field("do", List.of("ask")),
                    new Field("lang", List.of("de", "en")))));
  }

  @Test
  void aFormAndATextAreSentAsTheyAre() throws Exception {
    JsonNode description =
        JsonMapper.shared()
            .readTree(
                """
                {"paths": {"/api/imports": {"post": {"requestBody": {"content": {
                  "text/html": {"schema": {"type": "string"}},
                  "text/calendar": {"schema": {"type": "string"}}}}}}}}
                """);
    Inputs inputs =
        new Inputs(List.of(description), forms(), List.of("m1", "m2"), List.of("Basic"));

    List<Input> drawn = IntStream.range(0, 300).mapToObj(i -> inputs.of(7, i)).toList();

    assertThat(drawn)
        .filteredOn(input -> input.route().path().equals("/meetups/{id}/rsvps"))
        .hasSize(100)
        .anySatisfy(input -> {
          assertThat(input.headers()).containsSequence("Content-Type", Inputs.FORM);
          assertThat(sent(input)).contains("email=&", "day=2", "lang=en");
        });
    assertThat(drawn)
        .filteredOn(input -> input.route().path().equals("/api/imports"))
        .anySatisfy(input -> {
          assertThat(input.headers()).containsSequence("Content-Type", "text/calendar");
          assertThat(sent(input)).contains("BEGIN:VEVENT");
        })
        .anySatisfy(input -> assertThat(sent(input)).contains("<time"));
    assertThat(inputs.of(7, 4).inWords()).isEqualTo(drawn.get(4).inWords());
  }

  private static String sent(Input input) {
    byte[] body = input.body();
    return body == null ? "" : new String(body, UTF_8);
  }

  private List<Route> forms() throws IOException, InterruptedException {
    URI door = URI.create("http://localhost:" + server.getAddress().getPort());
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new Forms(client, door, "Basic x", List.of("m1", "m2")).from(List.of("/"));
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = PAGES.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
