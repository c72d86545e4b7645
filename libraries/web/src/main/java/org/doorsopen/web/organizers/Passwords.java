package org.doorsopen.web.organizers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Checks passwords, the slow way once and then fast: a password that was right is remembered by a
 * digest, under a key that this process alone has, together with the entry that it was right for.
 */
final class Passwords {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String BCRYPT = "{bcrypt}";
  private static final String NOOP = "{noop}";

  // Of a random password that was thrown away: checked for a name that nobody has, which then takes
  // as long as a name that somebody has.
  private static final String NOBODYS =
      "$2a$10$4yfR1FZQ4ARx3J0.0SHxOO95ShSAE4GFq0HdqlKU7gGTO7Bffiefq";

  private static final int MAX_REMEMBERED = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SecretKeySpec key;
  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

  // A check keeps a processor busy for a tenth of a second; whatever wrong passwords arrive, half
  // of them stay free for everybody else.
  private final Semaphore slowChecks =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  private final Map<String, String> right =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  Passwords() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, ALGORITHM);
  }

  /** Fast; also false for a right password that was never checked. */
  boolean isKnownToBeRight(Organizer organizer, String password) {
    if (organizer.password().startsWith(NOOP)) {
      return MessageDigest.isEqual(
          digest("", organizer.password().substring(NOOP.length())).getBytes(UTF_8),
          digest("", password).getBytes(UTF_8));
    }
    String digest = digest(organizer.name(), password);
    synchronized (right) {
      return organizer.credential().equals(right.get(digest));
    }
  }

  /** Waits until few enough others are at slow checks, as {@link #isRight} is one. */
  <T> T inTurn(Supplier<T> check) {
    if (!awaitTurn()) {
      throw new TooManyGuesses(PATIENCE);
    }
    try {
      return check.get();
    } finally {
      slowChecks.release();
    }
  }

  /** Slow, for a right password as for a wrong one and for a name that nobody has. */
  boolean isRight(Optional<Organizer> organizer, String password) {
    Optional<Organizer> hashed = organizer.filter(one -> one.password().startsWith(BCRYPT));
    String hash = hashed.map(one -> one.password().substring(BCRYPT.length())).orElse(NOBODYS);
    boolean isRight = bcrypt.matches(password, hash) && hashed.isPresent();
    if (isRight) {
      hashed.ifPresent(one -> remember(one, password));
    }
    return isRight;
  }

  private void remember(Organizer organizer, String password) {
    String digest = digest(organizer.name(), password);
    synchronized (right) {
      right.put(digest, organizer.credential());
    }
  }

  private boolean awaitTurn() {
    try {
      return slowChecks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String digest(String name, String password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(name.getBytes(UTF_8));
      mac.update((byte) 0);
      return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
