package org.doorsopen.notification.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Text as RFC 2045, section 6.7 writes it, in UTF-8. Jakarta Mail's own encoder passes the octets
 * one by one through a chain of streams.
 */
final class QuotedPrintable {

  private static final int MAX_LINE_LENGTH = 76;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(US_ASCII);

  private final byte[] out;
  private int size;
  private int length;

  private QuotedPrintable(int octets) {
    // Each escaped, and a soft break after each 25 of them.
    this.out = new byte[3 * octets + octets / 8 + 3];
  }

  /**
   * @param text its lines may end in any way; those of the result end with CRLF
   */
  static byte[] of(String text) {
    byte[] octets = text.getBytes(UTF_8);
    QuotedPrintable encoded = new QuotedPrintable(octets.length);
    for (int i = 0; i < octets.length; i++) {
      byte octet = octets[i];
      boolean last = i + 1 == octets.length;
      if (octet == '\r' && !last && octets[i + 1] == '\n') {
        continue;
      }
      if (octet == '\n' || octet == '\r') {
        encoded.endLine();
      } else {
        encoded.add(octet, last || octets[i + 1] == '\n' || octets[i + 1] == '\r');
      }
    }
    return Arrays.copyOf(encoded.out, encoded.size);
  }

  private void add(byte octet, boolean endsLine) {
    boolean plain = octet > ' ' && octet < 127 && octet != '=';
    if (plain || (octet == ' ' && !endsLine)) {
      makeRoom(1);
      out[size++] = octet;
    } else {
      makeRoom(3);
      out[size++] = '=';
      out[size++] = HEX[octet >> 4 & 0xF];
      out[size++] = HEX[octet & 0xF];
    }
  }

  /** The soft line break needs room, too. */
  private void makeRoom(int octets) {
    if (length + octets > MAX_LINE_LENGTH - 1) {
      out[size++] = '=';
      endLine();
    }
    length += octets;
  }

  private void endLine() {
    out[size++] = '\r';
    out[size++] = '\n';
    length = 0;
  }
}
