package org.doorsopen.chaos.inputs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorsopen.chaos.inputs.Route.Field;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the forms of pages: no description has them, and each page says for itself what it has. */
final class Forms {

  private static final int MAX_PAGES = 200;

  private final HttpClient client;
  private final URI door;
  private final String login;
  private final List<String> ids;
  private final Map<String, Route> found = new LinkedHashMap<>();

  /**
   * @param login as the header Authorization has it
   * @param ids in paths, which stand for any other
   */
  Forms(HttpClient client, URI door, String login, List<String> ids) {
    this.client = client;
    this.door = door;
    this.login = login;
    this.ids = List.copyOf(ids);
  }

  /**
   * Those of all pages that links lead to from these ones, each once, in an order that does not
   * change.
   *
   * @param starts paths, with queries if need be
   */
  List<Route> from(List<String> starts) throws IOException, InterruptedException {
    Deque<URI> open = new ArrayDeque<>(starts.stream().map(door::resolve).toList());
    Set<String> known = new HashSet<>(open.stream().map(this::pathOf).toList());
    for (int pages = 0; !open.isEmpty() && pages < MAX_PAGES; pages++) {
      URI page = open.remove();
      for (URI link : read(page)) {
        if (known.add(pathOf(link))) {
          open.add(link);
        }
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
        .toList();
  }

  /** Notes the forms of a page, and returns where it leads; nowhere, if it is no page. */
  private List<URI> read(URI page) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(page)
            .header("Authorization", login)
            .header("Accept", "text/html")
            .timeout(Input.LIMIT)
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("text/html")) {
      return List.of();
    }
    Document html = Jsoup.parse(answer.body());
    for (Element form : html.select("form")) {
      note(form, page);
    }
    var links = new ArrayList<URI>();
    for (Element link : html.select("a[href]")) {
      resolved(page, link.attr("href").replaceFirst("#.*", "")).ifPresent(links::add);
    }
    return links;
  }

  /** Empty for what is no address, as organizers may have typed it. */
  private Optional<URI> resolved(URI page, String link) {
    try {
      return Optional.of(link.isEmpty() ? page : page.resolve(link)).filter(this::isOurs);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void note(Element form, URI page) {
    resolved(page, form.attr("action")).ifPresent(action -> noteAt(action, form));
  }

  private void noteAt(URI action, Element form) {
    String method = form.attr("method").equalsIgnoreCase("post") ? "POST" : "GET";
    List<Field> fields = fields(form);
    boolean posts = method.equals("POST");
    Route route =
        new Route(
            method,
            pathOf(action),
            posts ? List.of() : fields.stream().map(Field::name).toList(),
            List.of(),
            null,
            List.of(),
            posts ? fields : List.of());
    found.merge(method + " " + route.path(), route, Forms::withMoreFields);
  }

  /** One page may have less of a form than another. */
  private static Route withMoreFields(Route one, Route other) {
    return one.form().size() < other.form().size() ? other : one;
  }

  private static List<Field> fields(Element form) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Element control : form.select("input[name], textarea[name], button[name]")) {
      values
          .computeIfAbsent(control.attr("name"), _ -> new ArrayList<>())
          .add(control.tagName().equals("textarea") ? control.wholeText() : control.attr("value"));
    }
    for (Element choice : form.select("select[name]")) {
      for (Element option : choice.select("option")) {
        values
            .computeIfAbsent(choice.attr("name"), _ -> new ArrayList<>())
            .add(option.hasAttr("value") ? option.attr("value") : option.text());
      }
    }
    return values.entrySet().stream()
        .map(entry -> new Field(entry.getKey(), entry.getValue()))
        .toList();
  }

  private boolean isOurs(URI link) {
    return String.valueOf(door.getAuthority()).equals(link.getAuthority());
  }

  private String pathOf(URI page) {
    String path = page.getRawPath();
    for (String id : ids) {
      path = path.replace(id, "{id}");
    }
    return path;
  }
}
