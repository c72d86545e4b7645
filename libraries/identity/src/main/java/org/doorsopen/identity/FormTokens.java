package org.doorsopen.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;

/**
 * The proof that a form comes from a page of ours that was made for the same browser: {@code
 * base64url(HMAC("form", owner))}. A page of another site cannot read it, and so cannot send it.
 */
public final class FormTokens {

  private final DerivedKey key;

  /** A new secret ends everything that was begun under the one before. */
  public FormTokens(Secrets secrets) {
    this.key = new DerivedKey(secrets.present(), "form");
  }

  /**
   * @param owner something that a cookie of the same browser holds
   */
  public String issue(String owner) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(owner));
  }

  /** Takes the same time for every wrong one. */
  public boolean isGenuine(String token, String owner) {
    return MessageDigest.isEqual(issue(owner).getBytes(UTF_8), token.getBytes(UTF_8));
  }
}
