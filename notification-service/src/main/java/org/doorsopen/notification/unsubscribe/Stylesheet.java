package org.doorsopen.notification.unsubscribe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The styles of the unsubscribe page. They are a file of their own because the page's policy
 * forbids styles inside it; and the file's name follows from its content, so that a browser may
 * keep it for good and still sees every change.
 */
@Component
class Stylesheet {

  private static final String FILE = "pages/unsubscribe.css";
  private static final int DIGITS_OF_HASH = 16;

  private final String content;
  private final String name;

  Stylesheet() {
    byte[] bytes = bytes();
    content = new String(bytes, UTF_8);
    name = "unsubscribe-" + hash(bytes) + ".css";
  }

  String content() {
    return content;
  }

  String name() {
    return name;
  }

  private static byte[] bytes() {
    ClassLoader classes = Stylesheet.class.getClassLoader();
    try (InputStream in = Objects.requireNonNull(classes.getResourceAsStream(FILE), FILE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS_OF_HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
