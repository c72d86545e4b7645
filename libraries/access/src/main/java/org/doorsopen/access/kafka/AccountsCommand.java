package org.doorsopen.access.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.access.ServiceAccount;

/**
 * Makes the accounts where no launcher does, in containers: {@code establish}, or {@code reader add
 * NAME}, {@code reader remove NAME}, {@code reader list}. The passwords are files in a folder, each
 * with the name of its user.
 */
public final class AccountsCommand {
  private static final Path FOLDER = Path.of("/run/accounts");

  private final KafkaAccounts accounts;
  private final PrintStream out;

  private AccountsCommand(KafkaAccounts accounts, PrintStream out) {
    this.accounts = accounts;
    this.out = out;
  }

  public static void main(String... arguments) throws IOException {
    String brokers = System.getenv().getOrDefault("DOORS_KAFKA", "localhost:9092");
    KafkaLogin broker =
        new KafkaLogin(brokers, KafkaAccounts.BROKER, password(KafkaAccounts.BROKER));
    try (Admin admin = Admin.create(settings(broker, System.getenv()))) {
      new AccountsCommand(new KafkaAccounts(admin), System.out).run(List.of(arguments));
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** By the same variables as those of a service. */
  static Map<String, Object> settings(KafkaLogin broker, Map<String, String> environment) {
    Map<String, Object> settings = new HashMap<>(broker.settingsOfTheBroker());
    String protocol = environment.get("DOORS_KAFKA_PROTOCOL");
    if (protocol != null) {
      settings.put("security.protocol", protocol);
    }
    String authorities = environment.get("DOORS_KAFKA_AUTHORITIES");
    if (authorities != null) {
      settings.put("ssl.truststore.type", "PEM");
      settings.put("ssl.truststore.location", authorities.replaceFirst("^file:", ""));
    }
    return settings;
  }

  private void run(List<String> words) throws IOException {
    if (words.equals(List.of("establish"))) {
      establish();
    } else if (words.equals(List.of("reader", "list"))) {
      accounts.readers().forEach(out::println);
    } else if (words.size() == 3 && words.subList(0, 2).equals(List.of("reader", "add"))) {
      add(new Reader(words.get(2)));
    } else if (words.size() == 3 && words.subList(0, 2).equals(List.of("reader", "remove"))) {
      out.println(
          accounts.removeReader(new Reader(words.get(2)))
              ? "Removed."
              : "There was no such reader.");
    } else {
      throw new IllegalArgumentException(
          "Say one of: establish, reader add NAME, reader remove NAME, reader list");
    }
  }

  private void establish() throws IOException {
    Map<String, String> passwords = new HashMap<>();
    for (ServiceAccount service : ServiceAccount.values()) {
      passwords.put(service.service(), password(service.service()));
    }
    for (String user : List.of(KafkaAccounts.OPERATOR, KafkaAccounts.REGISTRY)) {
      passwords.put(user, password(user));
    }
    accounts.establish(passwords);
    out.println("The accounts have their rights.");
  }

  private void add(Reader reader) {
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    accounts.addReader(reader, password);
    out.println("KAFKA_USER " + reader.user());
    out.println("KAFKA_PASSWORD " + password);
  }

  private static String password(String user) throws IOException {
    return Files.readString(FOLDER.resolve(user)).strip();
  }
}
