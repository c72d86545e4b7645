package org.doorsopen.web.organizers;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks names and passwords of organizers. With HTTP Basic they come with every request, so a
 * right one costs the time of its hash only once.
 */
public final class OrganizerLogin implements AuthenticationProvider {

  private final Organizers organizers;
  private final Passwords passwords = new Passwords();
  private final GuessLimits limits;
  private final RefusedLogins refused;

  /**
   * @param meters where refusals are counted
   */
  public OrganizerLogin(Organizers organizers, Supplier<MeterRegistry> meters) {
    this(organizers, meters, TimeMeter.SYSTEM_NANOTIME);
  }

  OrganizerLogin(Organizers organizers, Supplier<MeterRegistry> meters, TimeMeter time) {
    this.organizers = organizers;
    this.limits = new GuessLimits(time);
    this.refused = new RefusedLogins(meters, time);
  }

  /**
   * The organizer of this name and password.
   *
   * @param address where the request comes from
   * @throws BadCredentialsException if there is none
   * @throws TooManyGuesses if the password was not looked at
   */
  public Organizer login(String name, String password, String address) {
    try {
      return checked(name, password, address);
    } catch (TooManyGuesses e) {
      refused.unseen();
      throw e;
    } catch (BadCredentialsException e) {
      refused.wrong();
      throw e;
    }
  }

  private Organizer checked(String name, String password, String address) {
    limits.check(address, name);
    Optional<Organizer> organizer = organizers.find(name);
    boolean isRight =
        organizer.filter(one -> passwords.isKnownToBeRight(one, password)).isPresent()
            || limits.share(
                address, () -> passwords.inTurn(() -> isRight(organizer, name, password, address)));
    if (!isRight) {
      throw new BadCredentialsException("wrong name or password");
    }
    limits.succeeded(address, name);
    return organizer.orElseThrow();
  }

  private boolean isRight(
      Optional<Organizer> organizer, String name, String password, String address) {
    // Others of the same address may have failed while this one waited.
    limits.check(address, name);
    boolean right = passwords.isRight(organizer, password);
    if (!right) {
      limits.failed(address, name);
    }
    return right;
  }

  /** Of an organizer whose login was checked, here or by a session. */
  public static Authentication authenticated(String name) {
    return UsernamePasswordAuthenticationToken.authenticated(
        name, null, AuthorityUtils.createAuthorityList("ROLE_ORGANIZER"));
  }

  @Override
  public Authentication authenticate(Authentication given) {
    String address =
        given.getDetails() instanceof WebAuthenticationDetails web
            ? String.valueOf(web.getRemoteAddress())
            : "";
    String password = String.valueOf(given.getCredentials());
    return authenticated(login(given.getName(), password, address).name());
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
