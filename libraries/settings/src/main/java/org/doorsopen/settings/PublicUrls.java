package org.doorsopen.settings;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach the services, which may be behind a proxy. None ends with a slash.
 *
 * @param rsvp where attendees reach the pages of rsvp-service; links in mails begin with it, and
 *     its host is the right side of Message-IDs and calendar UIDs
 * @param notification where attendees and their mail programs reach notification-service;
 *     unsubscribe links begin with it
 */
@ConfigurationProperties("doors.urls")
public record PublicUrls(
    @DefaultValue("http://localhost:8081") URI rsvp,
    @DefaultValue("http://localhost:8083") URI notification) {

  /**
   * @throws IllegalArgumentException if one is no absolute address with a host
   */
  public PublicUrls {
    rsvp = checked("doors.urls.rsvp (DOORS_PUBLIC_URL)", rsvp);
    notification = checked("doors.urls.notification (DOORS_NOTIFICATION_URL)", notification);
  }

  /** The right side of Message-IDs and calendar UIDs. */
  public String host() {
    return rsvp.getHost();
  }

  private static URI checked(String name, URI url) {
    if (url.getHost() == null) {
      throw new IllegalArgumentException(
          "%s must be an address like https://meetups.example.org, and is '%s'"
              .formatted(name, url));
    }
    return URI.create(url.toString().replaceAll("/+$", ""));
  }
}
