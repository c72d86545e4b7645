package org.doorsopen.settings;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one address at which people reach the platform: that of its front door. All links in mails
 * begin with it, and its host is the right side of Message-IDs.
 *
 * @param url without a slash at the end; by default {@code https://} and the domain, or that of a
 *     front door on this machine
 * @param domain the name for which a front door gets certificates, if it has one
 */
@ConfigurationProperties("doors.public")
public record PublicUrl(@Nullable URI url, @Nullable String domain) {
  private static final String ON_THIS_MACHINE = "http://localhost:8080";

  /**
   * @throws IllegalArgumentException if it is no absolute address with a host
   */
  public PublicUrl {
    url = checked(url == null ? standard(domain) : url);
  }

  public static PublicUrl at(URI url) {
    return new PublicUrl(url, null);
  }

  @Override
  public URI url() {
    return url;
  }

  /** The right side of Message-IDs. */
  public String host() {
    return url.getHost();
  }

  /** The names under which people reach the platform. */
  public Stream<String> hosts() {
    return Stream.of(host(), domain == null ? "" : domain).filter(name -> !name.isBlank());
  }

  /** Whether everything that is typed and shown goes over a network in clear text. */
  public boolean isClearTextElsewhere() {
    String host = host().toLowerCase(Locale.ROOT);
    boolean here =
        host.equals("localhost")
            || host.endsWith(".localhost")
            || host.matches("127(\\.\\d{1,3}){3}")
            || host.equals("[::1]");
    return !isTls() && !here;
  }

  /** Whether browsers reach it by TLS, wherever that ends. */
  public boolean isTls() {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  private static URI standard(@Nullable String domain) {
    return URI.create(domain == null || domain.isBlank() ? ON_THIS_MACHINE : "https://" + domain);
  }

  private static URI checked(URI url) {
    if (url.getHost() == null) {
      throw new IllegalArgumentException(
          "doors.public.url (DOORS_PUBLIC_URL) must be an address like https://meetups.example.org, and is '%s'"
              .formatted(url));
    }
    return URI.create(url.toString().replaceAll("/+$", ""));
  }
}
