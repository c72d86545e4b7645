package org.doorsopen.web.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * The one login of the organizers. It comes with every request, so a slow hash would only slow the
 * service down (the password is in the settings in the clear anyway); comparing digests takes the
 * same time wherever the two differ, and tells nothing of the length.
 */
final class OrganizerLogin implements AuthenticationProvider {

  private final byte[] expected;

  OrganizerLogin(String userAndPassword) {
    this.expected = digest(userAndPassword);
  }

  @Override
  public Authentication authenticate(Authentication given) {
    if (!MessageDigest.isEqual(digest(given.getName() + ":" + given.getCredentials()), expected)) {
      throw new BadCredentialsException("wrong user or password");
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        given.getName(), null, AuthorityUtils.createAuthorityList("ROLE_ORGANIZER"));
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
