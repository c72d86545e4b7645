package org.doorsopen.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sender of mails, and the community in whose name they are written.
 *
 * @param from the sender of every mail and the organizer of every calendar entry
 * @param communityAddress where the community is reached, at the end of every mail; the sender's
 *     address if it is empty
 * @param replyTo where answers to mails go; the community's address if it is empty, and the sender
 *     if that is no e-mail address
 */
@ConfigurationProperties("doors.mail")
public record MailSettings(
    @DefaultValue("Doors Open <doors@localhost.localdomain>") String from,
    @DefaultValue("") String communityAddress,
    @DefaultValue("") String replyTo) {

  private static final Pattern NOBODY_READS =
      Pattern.compile("(?i)(do-?not-?|no-?)reply.*|noanswer.*|keine-?antwort.*");

  /**
   * @throws IllegalArgumentException if the sender, or the address for answers, is no address
   */
  public MailSettings {
    if (!replyTo.isBlank() && addressIn(replyTo).isEmpty()) {
      throw new IllegalArgumentException(
          "doors.mail.reply-to (DOORS_REPLY_TO) must be an address like organizers@example.org, and"
              + " is '%s'".formatted(replyTo));
    }
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

  /** Where answers go; empty if the sender's mailbox is the one to answer to. */
  public Optional<InternetAddress> answers() {
    String wanted = replyTo.isBlank() ? communityAddress : replyTo;
    return addressIn(wanted)
        .filter(address -> !address.getAddress().equalsIgnoreCase(sender().getAddress()));
  }

  /** Whether answers go to a sender who says that nobody reads them. */
  public boolean losesAnswers() {
    return answers().isEmpty() && NOBODY_READS.matcher(sender().getAddress()).matches();
  }

  private static Optional<InternetAddress> addressIn(String text) {
    try {
      InternetAddress address = parse(text);
      return address.getAddress().contains("@") ? Optional.of(address) : Optional.empty();
    } catch (AddressException e) {
      return Optional.empty();
    }
  }

  private static InternetAddress sender(String from) {
    try {
      return parse(from);
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "doors.mail.from (DOORS_MAIL_FROM) must be an address like"
              + " Doors Open <doors@example.org>, and is '%s'".formatted(from),
          e);
    }
  }

  /** Its name is encoded, as a header wants it. */
  private static InternetAddress parse(String text) throws AddressException {
    InternetAddress address = new InternetAddress(text.strip(), true);
    try {
      address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    return address;
  }
}
