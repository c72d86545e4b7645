package org.doorsopen.notification.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Text as RFC 2045, section 6.7 writes it, in UTF-8. Jakarta Mail's own encoder passes the octets
 * one by one through a chain of streams; here those that stand for themselves are copied in runs.
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
    int i = 0;
    while (i < octets.length) {
      byte octet = octets[i];
      int plain = plainFrom(octets, i);
      if (plain > i) {
        encoded.addPlain(octets, i, plain);
        i = plain;
      } else if (octet == '\r' || octet == '\n') {
        encoded.endLine();
        i += octet == '\r' && i + 1 < octets.length && octets[i + 1] == '\n' ? 2 : 1;
      } else {
        encoded.addEscaped(octet);
        i++;
      }
    }
    return Arrays.copyOf(encoded.out, encoded.size);
  }

  /** The end of the octets from {@code begin} on that stand for themselves. */
  private static int plainFrom(byte[] octets, int begin) {
    int end = begin;
    while (end < octets.length && isPlain(octets[end])) {
      end++;
    }
    // A blank that ends its line might be lost on the way, so it does not stand for itself.
    boolean endsLine = end == octets.length || octets[end] == '\n' || octets[end] == '\r';
    return endsLine && end > begin && octets[end - 1] == ' ' ? end - 1 : end;
  }

  private static boolean isPlain(byte octet) {
    return octet >= ' ' && octet < 127 && octet != '=';
  }

  private void addPlain(byte[] octets, int begin, int end) {
    int i = begin;
    while (i < end) {
      makeRoom(1);
      int count = Math.min(end - i, MAX_LINE_LENGTH - length);
      System.arraycopy(octets, i, out, size, count);
      size += count;
      length += count - 1;
      i += count;
    }
  }

  private void addEscaped(byte octet) {
    makeRoom(3);
    out[size++] = '=';
    out[size++] = HEX[octet >> 4 & 0xF];
    out[size++] = HEX[octet & 0xF];
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
