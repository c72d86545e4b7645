package org.doorsopen.schedule;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Ends TLS in front of something, as an operator's proxy does, with a certificate in the name of
 * localhost that an authority of its own has signed.
 */
final class TlsProxy implements AutoCloseable {

  private static final String PASSWORD = "a password";

  private final URI behind;
  private final Path store;
  private final Path authority;
  private final HttpsServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> logins = new CopyOnWriteArrayList<>();

  private TlsProxy(URI behind, Path folder) throws IOException, GeneralSecurityException {
    this.behind = behind;
    this.store = folder.resolve("proxy.p12");
    this.authority = folder.resolve("authority.pem");
    keytool("-genkeypair", "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c");
    keytool(
        "-genkeypair",
        "-alias",
        "proxy",
        "-dname",
        "CN=proxy",
        "-ext",
        "san=dns:localhost",
        "-signer",
        "authority");
    keytool("-exportcert", "-alias", "authority", "-rfc", "-file", authority.toString());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certified()));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::forward);
    server.start();
  }

  static TlsProxy before(URI behind, Path folder) throws IOException, GeneralSecurityException {
    return new TlsProxy(behind, folder);
  }

  /** The PEM file of the authority. */
  Path authority() {
    return authority;
  }

  /**
   * The address of what is behind, through TLS.
   *
   * @param host localhost, or another name of this machine, for which the certificate is not good
   */
  String at(String host) {
    return "https://%s:%d%s".formatted(host, server.getAddress().getPort(), behind.getPath());
  }

  /** What the requests had in the header Authorization. */
  List<String> logins() {
    return logins;
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }

  private void keytool(String command, String... options) throws IOException {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.add(command);
    words.addAll(Arrays.asList(options));
    words.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    if (command.equals("-genkeypair")) {
      words.addAll(List.of("-keyalg", "EC", "-storetype", "PKCS12"));
    }
    Process keytool = new ProcessBuilder(words).inheritIO().start();
    try {
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IllegalStateException("keytool has failed");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private SSLContext certified() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    keys.deleteEntry("authority");
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    return tls;
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      String root = behind.getScheme() + "://" + behind.getAuthority();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(root + exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      for (String name : List.of("Content-Type", "Accept", "Authorization")) {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null) {
          request.header(name, value);
        }
      }
      logins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
