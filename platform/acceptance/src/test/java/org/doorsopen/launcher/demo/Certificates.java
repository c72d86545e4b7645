package org.doorsopen.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates of an authority that is made on the spot, as {@code containers/tls.yml} wants. */
final class Certificates {

  private static final String PASSWORD = "of-no-importance";

  private final Path store;

  private Certificates(Path store) {
    this.store = store;
  }

  /**
   * @param folder the one of the operator's certificates, which is made
   */
  static void writeTo(Path folder) {
    try {
      Files.createDirectories(folder);
      Certificates certificates = new Certificates(folder.resolve("all.p12"));
      certificates.make("authority", "-ext", "bc:c");
      certificates.signed("kafka", "kafka", "kafka-1", "kafka-2", "kafka-3", "brokers");
      certificates.signed("postgres", "postgres");
      Files.writeString(folder.resolve("authority.pem"), certificates.certificatesOf("authority"));
      Files.writeString(
          folder.resolve("kafka.pem"),
          certificates.keyOf("kafka") + certificates.certificatesOf("kafka"));
      Files.writeString(folder.resolve("postgres.crt"), certificates.certificatesOf("postgres"));
      Files.writeString(folder.resolve("postgres.key"), certificates.keyOf("postgres"));
      Files.delete(certificates.store);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void signed(String alias, String... names) throws IOException, InterruptedException {
    make(alias, "-signer", "authority", "-ext", "san=dns:" + String.join(",dns:", names));
  }

  private void make(String alias, String... more) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "RSA",
                "-validity",
                "2",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(more));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  private String keyOf(String alias) throws IOException, GeneralSecurityException {
    return pem("PRIVATE KEY", opened().getKey(alias, PASSWORD.toCharArray()).getEncoded());
  }

  /** Its own first. */
  private String certificatesOf(String alias) throws IOException, GeneralSecurityException {
    StringBuilder all = new StringBuilder();
    for (Certificate certificate : opened().getCertificateChain(alias)) {
      all.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    return all.toString();
  }

  private KeyStore opened() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
  }

  private static String pem(String what, byte[] bytes) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes);
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, lines);
  }
}
