package org.doorsopen.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this service is set to, checked at start.
 *
 * @param publicUrl where attendees reach the pages that mails link to; a slash at its end is
 *     dropped
 * @param changeWindow publications of one meetup within it are told as one mail; zero tells at once
 * @param reminders how long before the start people are reminded; none at all if it is empty
 * @param notificationUrl where attendees and their mail programs reach this service
 */
@ConfigurationProperties("doors")
public record NotificationSettings(
    @DefaultValue("http://localhost:8081") URI publicUrl,
    @DefaultValue Mail mail,
    @DefaultValue("2m") Duration changeWindow,
    @DefaultValue({"24h", "2h"}) List<Duration> reminders,
    @DefaultValue("http://localhost:8083") URI notificationUrl) {

  /**
   * @param from the sender of every mail and the organizer of every calendar entry
   * @param communityAddress where the community is reached, at the end of every mail; the sender's
   *     address if there is none
   */
  public record Mail(
      @DefaultValue("Doors Open <doors@localhost.localdomain>") String from,
      @DefaultValue("") String communityAddress) {

    public Mail {
      communityAddress =
          communityAddress.isBlank() ? sender(from).getAddress() : communityAddress.strip();
    }
  }

  public NotificationSettings {
    if (publicUrl.getHost() == null) {
      throw new IllegalArgumentException("doors.public-url is no web address: " + publicUrl);
    }
    publicUrl = withoutSlash(publicUrl);
    notificationUrl = withoutSlash(notificationUrl);
    reminders = List.copyOf(reminders);
    if (reminders.stream().anyMatch(lead -> !lead.isPositive())) {
      throw new IllegalArgumentException("doors.reminders must be before the start: " + reminders);
    }
    if (changeWindow.isNegative()) {
      throw new IllegalArgumentException("doors.change-window is negative: " + changeWindow);
    }
  }

  private static URI withoutSlash(URI url) {
    return URI.create(url.toString().replaceAll("/+$", ""));
  }

  public InternetAddress sender() {
    return sender(mail.from());
  }

  /** The name that the sender writes under. */
  public String senderName() {
    InternetAddress sender = sender();
    return sender.getPersonal() == null ? sender.getAddress() : sender.getPersonal();
  }

  /** The right side of message ids and calendar uids. */
  public String host() {
    return publicUrl.getHost();
  }

  private static InternetAddress sender(String from) {
    try {
      InternetAddress address = new InternetAddress(from, true);
      address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
      return address;
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException("doors.mail.from is no address: " + from, e);
    }
  }
}
