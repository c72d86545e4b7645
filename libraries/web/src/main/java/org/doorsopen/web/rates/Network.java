package org.doorsopen.web.rates;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that an address belongs to, as far as one customer has all of it. */
public final class Network {

  private static final int BYTES_OF_IPV6 = 16;

  private Network() {}

  /**
   * An address of IPv4 as it is, also where it is written in IPv6; the first 64 bits of any other
   * one, because a single customer has as many addresses behind them.
   */
  public static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
      return bytes.length == BYTES_OF_IPV6
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, BYTES_OF_IPV6 / 2))
          : InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
