package org.doorsopen.identity;

import java.text.Normalizer;
import java.util.Locale;

/** Decides when two addresses are the same. */
public final class EmailAddresses {

  private EmailAddresses() {}

  /**
   * Trimmed, NFC, lower case. The standard lets a mailbox differ by case (RFC 5321, 2.4); no server
   * that people use does, and a second registration by shift key would be unfair.
   */
  public static String normalize(String address) {
    return Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
