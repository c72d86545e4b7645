package org.doorsopen.access.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.ResourceNotFoundException;
import org.doorsopen.access.ServiceAccount;

/**
 * The accounts of Kafka: a user for each service, for the registry, for the operator, who may do
 * everything, and for readers from outside. The user of this class is the broker's own user or the
 * operator.
 *
 * <p>Kafka's controller answers before its broker knows. What is changed here is waited for until
 * the broker that was asked shows it, so that an account can be used as soon as it is said to be
 * made, and not after it is said to be removed.
 */
public final class KafkaAccounts {

  /** Programs of the operator: demo, chaos, benchmarks, tests. The broker asks it for no rights. */
  public static final String OPERATOR = "operator";

  /** The broker itself, and everybody who may read the broker's own files. */
  public static final String BROKER = "broker";

  public static final String REGISTRY = KafkaRights.REGISTRY;

  private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;
  // As few as the protocol allows: what many rounds make dear is guessing, and nobody guesses 120
  // bits.
  private static final int ITERATIONS = 4_096;
  private static final long LIMIT_SECONDS = 30;
  private static final long BETWEEN_LOOKS_MILLIS = 10;

  private final Admin admin;

  public KafkaAccounts(Admin admin) {
    this.admin = admin;
  }

  /**
   * Gives services and registry exactly the rights of the table, takes those away that an earlier
   * table had, and gives all of these users their passwords.
   *
   * @param passwords by user
   * @throws IllegalStateException if Kafka refuses, or does not answer or show it in time
   */
  public void establish(Map<String, String> passwords) {
    Map<String, Set<AclBinding>> rights = new HashMap<>();
    for (ServiceAccount service : ServiceAccount.values()) {
      rights.put(service.service(), KafkaRights.of(service));
    }
    rights.put(REGISTRY, KafkaRights.ofRegistry());
    readers().forEach(user -> rights.put(user, KafkaRights.ofReader(user)));
    setRights(rights);
    setPasswords(passwords);
  }

  /** Makes a reader, or gives one a new password. */
  public void addReader(Reader reader, String password) {
    setRights(Map.of(reader.user(), KafkaRights.ofReader(reader.user())));
    setPasswords(Map.of(reader.user(), password));
  }

  /**
   * Returns whether there was such a reader. Its open connections end when they are next closed.
   */
  public boolean removeReader(Reader reader) {
    boolean removed = removePassword(reader.user());
    // After the password, because brokers take over passwords before rights.
    setRights(Map.of(reader.user(), Set.of()));
    awaitSeen(() -> !iterations().containsKey(reader.user()));
    return removed;
  }

  /** The names of the users that were made for readers of open topics. */
  public List<String> readers() {
    return iterations().keySet().stream().filter(Reader::isUser).sorted().toList();
  }

  private boolean removePassword(String user) {
    try {
      await(
          admin
              .alterUserScramCredentials(List.of(new UserScramCredentialDeletion(user, MECHANISM)))
              .all());
      return true;
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof ResourceNotFoundException) {
        return false;
      }
      throw e;
    }
  }

  private void setRights(Map<String, Set<AclBinding>> wanted) {
    Set<AclBinding> superfluous = rightsOf(wanted.keySet());
    Set<AclBinding> all = new HashSet<>();
    wanted.values().forEach(all::addAll);
    Set<AclBinding> missing = new HashSet<>(all);
    missing.removeAll(superfluous);
    superfluous.removeAll(all);
    if (!missing.isEmpty()) {
      await(admin.createAcls(missing).all());
    }
    if (!superfluous.isEmpty()) {
      await(admin.deleteAcls(superfluous.stream().map(AclBinding::toFilter).toList()).all());
    }
    awaitSeen(() -> rightsOf(wanted.keySet()).equals(all));
  }

  private Set<AclBinding> rightsOf(Set<String> users) {
    Set<String> principals = users.stream().map(KafkaRights::principal).collect(Collectors.toSet());
    return await(admin.describeAcls(AclBindingFilter.ANY).values()).stream()
        .filter(binding -> principals.contains(binding.entry().principal()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void setPasswords(Map<String, String> passwords) {
    Map<String, Integer> before = iterations();
    Map<String, Integer> wanted = new HashMap<>();
    List<UserScramCredentialAlteration> credentials = new ArrayList<>();
    passwords.forEach((user, password) -> {
      // One more than before, or one less: of a password, a broker shows nothing else.
      int iterations = before.getOrDefault(user, 0) == ITERATIONS ? ITERATIONS + 1 : ITERATIONS;
      wanted.put(user, iterations);
      credentials.add(
          new UserScramCredentialUpsertion(
              user, new ScramCredentialInfo(MECHANISM, iterations), password));
    });
    await(admin.alterUserScramCredentials(credentials).all());
    awaitSeen(() -> iterations().entrySet().containsAll(wanted.entrySet()));
  }

  /** Of each user who has a password. */
  private Map<String, Integer> iterations() {
    Map<String, Integer> iterations = new HashMap<>();
    await(admin.describeUserScramCredentials().all())
        .forEach((user, described) ->
            described
                .credentialInfos()
                .forEach(credential -> iterations.put(user, credential.iterations())));
    return iterations;
  }

  private static void awaitSeen(BooleanSupplier seen) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    try {
      while (!seen.getAsBoolean()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "Kafka's accounts cannot be made: the broker does not show them in time");
        }
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Kafka's accounts were made", e);
    }
  }

  private static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka's accounts cannot be made: " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("Kafka's accounts cannot be made: no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Kafka's accounts were made", e);
    }
  }
}
