package org.doorsopen.infrastructure;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A received mail.
 *
 * @param message as it came over the wire, for readers of its parts and headers
 */
public record Mail(String from, List<String> recipients, String subject, MimeMessage message) {

  static Mail of(MimeMessage message) throws MessagingException {
    return new Mail(
        addresses(message.getFrom()).findFirst().orElse(""),
        addresses(message.getAllRecipients()).toList(),
        Optional.ofNullable(message.getSubject()).orElse(""),
        message);
  }

  public boolean isFor(String address) {
    return recipients.stream().anyMatch(address::equalsIgnoreCase);
  }

  /** The first value of the header, still folded, as it stands in the mail. */
  public Optional<String> header(String name) {
    try {
      return Optional.ofNullable(message.getHeader(name)).map(values -> values[0]);
    } catch (MessagingException e) {
      throw new IllegalStateException("A mail whose headers cannot be read", e);
    }
  }

  private static Stream<String> addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? Stream.empty()
        : Arrays.stream(addresses)
            .map(a -> a instanceof InternetAddress internet ? internet.getAddress() : a.toString());
  }
}
