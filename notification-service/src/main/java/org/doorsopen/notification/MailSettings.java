package org.doorsopen.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sender of mails, and the community in whose name they are written.
 *
 * @param from the sender of every mail and the organizer of every calendar entry
 * @param communityAddress where the community is reached, at the end of every mail; the sender's
 *     address if it is empty
 */
@ConfigurationProperties("doors.mail")
public record MailSettings(
    @DefaultValue("Doors Open <doors@localhost.localdomain>") String from,
    @DefaultValue("") String communityAddress) {

  /**
   * @throws IllegalArgumentException if the sender is no address
   */
  public MailSettings {
    communityAddress =
        communityAddress.isBlank() ? sender(from).getAddress() : communityAddress.strip();
  }

  public InternetAddress sender() {
    return sender(from);
  }

  /** The name that the sender writes under; the address where it has none. */
  public String senderName() {
    InternetAddress sender = sender();
    return sender.getPersonal() == null ? sender.getAddress() : sender.getPersonal();
  }

  private static InternetAddress sender(String from) {
    try {
      InternetAddress address = new InternetAddress(from, true);
      address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
      return address;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException(
          "doors.mail.from (DOORS_MAIL_FROM) must be an address like"
              + " Doors Open <doors@example.org>, and is '%s'".formatted(from),
          e);
    }
  }
}
