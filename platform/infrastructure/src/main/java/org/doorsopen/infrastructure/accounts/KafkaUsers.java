package org.doorsopen.infrastructure.accounts;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.access.kafka.KafkaAccounts;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.StartFailure;

/**
 * The users of one broker. Their passwords are kept in the data folder; that of the broker's own
 * user is made anew for each run, as nobody needs it afterwards.
 */
public final class KafkaUsers {
  private final DataFolder folder;
  private final String bootstrapServers;
  private final String brokersPassword = DataFolder.random();

  public KafkaUsers(DataFolder folder, String bootstrapServers) {
    this.folder = folder;
    this.bootstrapServers = bootstrapServers;
  }

  public KafkaLogin login(String user) {
    return new KafkaLogin(bootstrapServers, user, folder.secret("kafka-password-" + user));
  }

  /** Of the user that makes all others. */
  public String brokersPassword() {
    return brokersPassword;
  }

  /**
   * Makes the users and gives them their rights, on a broker that answers; does no harm where they
   * are there already.
   *
   * @throws StartFailure if it cannot be done
   */
  public void make() {
    Map<String, String> passwords = new HashMap<>();
    for (ServiceAccount service : ServiceAccount.values()) {
      passwords.put(service.service(), login(service.service()).password());
    }
    for (String user : new String[] {KafkaAccounts.OPERATOR, KafkaAccounts.REGISTRY}) {
      passwords.put(user, login(user).password());
    }
    KafkaLogin broker = new KafkaLogin(bootstrapServers, KafkaAccounts.BROKER, brokersPassword);
    try (Admin admin = Admin.create(broker.settingsOfTheBroker())) {
      new KafkaAccounts(admin).establish(passwords);
    } catch (IllegalStateException e) {
      throw new StartFailure(e.getMessage(), e);
    }
  }
}
