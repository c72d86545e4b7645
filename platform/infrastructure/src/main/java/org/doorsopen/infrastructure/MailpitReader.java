package org.doorsopen.infrastructure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mailpit's HTTP API, version 1, which lists mails newest first. */
final class MailpitReader implements Mailbox.Reader {
  private static final int PAGE = 100;

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI address;
  private final Set<String> known = new HashSet<>();

  MailpitReader(URI address) {
    this.address = address;
  }

  @Override
  public List<byte[]> newMails() throws IOException {
    List<byte[]> mails = new ArrayList<>();
    for (String id : unknownIds().reversed()) {
      mails.add(call("GET", "/api/v1/message/%s/raw".formatted(id)));
      known.add(id);
    }
    return mails;
  }

  @Override
  public void deleteAll() throws IOException {
    call("DELETE", "/api/v1/messages");
  }

  // A mail that comes meanwhile moves the pages: one may be seen twice, none is missed.
  private List<String> unknownIds() throws IOException {
    List<String> unknown = new ArrayList<>();
    for (int start = 0; ; start += PAGE) {
      List<String> page = ids("/api/v1/messages?start=%d&limit=%d".formatted(start, PAGE));
      List<String> fresh =
          page.stream().filter(id -> !known.contains(id) && !unknown.contains(id)).toList();
      unknown.addAll(fresh);
      if (page.size() < PAGE || fresh.isEmpty()) {
        return unknown;
      }
    }
  }

  private List<String> ids(String path) throws IOException {
    JsonNode page = mapper.readTree(call("GET", path));
    return page.required("messages")
        .valueStream()
        .map(mail -> mail.required("ID").asString())
        .toList();
  }

  private byte[] call(String method, String path) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (address.getUserInfo() != null) {
      byte[] login = address.getUserInfo().getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("%s %s: %d".formatted(method, path, answer.statusCode()));
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
