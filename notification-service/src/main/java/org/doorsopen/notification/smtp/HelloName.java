package org.doorsopen.notification.smtp;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name that we introduce ourselves by (EHLO): the one that is set, else the host of the public
 * address, else the domain of the sender, whichever is a full name first. Where none is, it is the
 * address that the server sees (RFC 5321, section 4.1.4): many servers turn a client away whose
 * name is {@code localhost} or a container's id.
 */
final class HelloName {

  private static final String LABEL = "[\\p{Alnum}]([\\p{Alnum}-]{0,61}[\\p{Alnum}])?";
  private static final Pattern FULL_NAME =
      Pattern.compile(LABEL + "(\\." + LABEL + ")*\\.(?!\\d+$)" + LABEL);
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[([0-9A-Fa-f:.]+)]");

  private final @Nullable String name;

  private HelloName(@Nullable String name) {
    this.name = name;
  }

  /**
   * @param set by the settings; empty for none
   * @param publicHost as a URL has it
   * @param senderDomain of the address that mails are from
   */
  static HelloName of(String set, String publicHost, String senderDomain) {
    if (!set.isBlank()) {
      return new HelloName(set.strip());
    }
    return new HelloName(
        Stream.of(publicHost, senderDomain)
            .map(HelloName::presentable)
            .filter(candidate -> candidate != null)
            .findFirst()
            .orElse(null));
  }

  /** Whether a server can be told so: a full name, or an address in brackets. */
  static boolean isPresentable(String name) {
    return isFullName(name) || name.matches("\\[(IPv6:[0-9A-Fa-f:.]+|\\d{1,3}(\\.\\d{1,3}){3})]");
  }

  private static @Nullable String presentable(String host) {
    if (isFullName(host)) {
      return host;
    }
    if (IPV4.matcher(host).matches()) {
      return host.startsWith("127.") || host.equals("0.0.0.0") ? null : "[" + host + "]";
    }
    Matcher ipv6 = IPV6.matcher(host);
    return ipv6.matches() && !ipv6.group(1).matches("[0:]*1?")
        ? "[IPv6:" + ipv6.group(1) + "]"
        : null;
  }

  private static boolean isFullName(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return FULL_NAME.matcher(host).matches()
        && host.length() <= 253
        && !lower.endsWith(".localhost")
        && !lower.endsWith(".localdomain");
  }

  /** Called once for each connection. */
  String towards(String host, int port) {
    return name != null ? name : literal(host, port);
  }

  /** Nothing is sent: a datagram socket that is connected knows its way, and so its own address. */
  private static String literal(String host, int port) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(host, port));
      InetAddress own = socket.getLocalAddress();
      String address = own.getHostAddress();
      int zone = address.indexOf('%');
      String plain = zone < 0 ? address : address.substring(0, zone);
      return own instanceof Inet6Address ? "[IPv6:" + plain + "]" : "[" + plain + "]";
    } catch (IOException | RuntimeException e) {
      return "[127.0.0.1]";
    }
  }
}
