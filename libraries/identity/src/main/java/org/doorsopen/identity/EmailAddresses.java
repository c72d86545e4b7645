package org.doorsopen.identity;

import java.text.Normalizer;
import java.util.Locale;

/** Decides when two addresses are the same, and when two lead to one mailbox. */
public final class EmailAddresses {

  private EmailAddresses() {}

  /**
   * Trimmed, NFC, lower case. The standard lets a mailbox differ by case (RFC 5321, 2.4); no server
   * that people use does, and a second registration by shift key would be unfair.
   */
  public static String normalize(String address) {
    return Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /**
   * The same for addresses that usually lead to one mailbox: without what follows a plus sign, and
   * without dots before it, which Google ignores in every domain that it serves. It is no address
   * to write to; two people may share one, so nothing but a limit may depend on it.
   */
  static String mailbox(String address) {
    String normalized = normalize(address);
    int at = normalized.lastIndexOf('@');
    if (at < 1) {
      return normalized;
    }
    String local = normalized.substring(0, at);
    int plus = local.indexOf('+');
    String base = (plus > 0 ? local.substring(0, plus) : local).replace(".", "");
    String domain = normalized.substring(at + 1);
    return base + "@" + (domain.equals("googlemail.com") ? "gmail.com" : domain);
  }
}
