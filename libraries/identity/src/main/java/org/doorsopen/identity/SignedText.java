package org.doorsopen.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A text that can be read from its token, and that nobody else can have put there. */
final class SignedText {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final List<DerivedKey> keys;

  /**
   * @param keys the first one signs, and all of them read
   */
  SignedText(List<DerivedKey> keys) {
    this.keys = keys;
  }

  SignedText(DerivedKey key) {
    this(List.of(key));
  }

  /**
   * @param bound what else the token is bound to; its reader has to know it
   */
  String issue(String text, String... bound) {
    return issue(keys.getFirst(), text, bound);
  }

  private static String issue(DerivedKey key, String text, String... bound) {
    String[] parts = Stream.concat(Stream.of(text), Stream.of(bound)).toArray(String[]::new);
    return ENCODER.encodeToString(text.getBytes(UTF_8))
        + "."
        + ENCODER.encodeToString(key.sign(parts));
  }

  /**
   * Empty unless this token was issued with the same purpose and binding. Takes equally long for
   * every wrong token.
   */
  Optional<String> read(String token, String... bound) {
    return claimed(token)
        .filter(text -> {
          boolean genuine = false;
          for (DerivedKey key : keys) {
            byte[] expected = issue(key, text, bound).getBytes(UTF_8);
            genuine |= MessageDigest.isEqual(expected, token.getBytes(UTF_8));
          }
          return genuine;
        });
  }

  /** The contents of the token, which anybody may have written. */
  static Optional<String> claimed(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(text(Base64.getUrlDecoder().decode(token.substring(0, dot))));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
