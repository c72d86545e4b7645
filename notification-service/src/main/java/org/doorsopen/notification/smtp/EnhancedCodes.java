package org.doorsopen.notification.smtp;

import static org.doorsopen.notification.smtp.Verdict.ADDRESS;
import static org.doorsopen.notification.smtp.Verdict.MAIL;
import static org.doorsopen.notification.smtp.Verdict.OUR_SIDE;
import static org.doorsopen.notification.smtp.Verdict.QUOTA;
import static org.doorsopen.notification.smtp.Verdict.RATE;
import static org.doorsopen.notification.smtp.Verdict.TEMPORARY;
import static org.doorsopen.notification.smtp.Verdict.TOO_LARGE;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The meanings of enhanced codes: those of IANA's registry (SMTP Enhanced Status Codes), and below
 * them those that one vendor made up. A code that is missing here says no more than the reply code.
 */
final class EnhancedCodes {

  private static final String RFC_3463 = "RFC 3463";
  private static final String RFC_5248 = "RFC 5248";

  /**
   * @param vague whether servers use the code for so many things that their words know better
   */
  record Meaning(Verdict verdict, boolean vague, String source) {}

  private static final Map<EnhancedCode, Meaning> TABLE = table();

  private EnhancedCodes() {}

  static Optional<Meaning> meaning(EnhancedCode code) {
    if (code.subject() == 7 && code.detail() >= 600 && code.detail() <= 649) {
      return Optional.of(new Meaning(OUR_SIDE, false, "Exchange Online: banned sending IP"));
    }
    return Optional.ofNullable(TABLE.get(code));
  }

  static Map<EnhancedCode, Meaning> all() {
    return TABLE;
  }

  private static Map<EnhancedCode, Meaning> table() {
    Map<EnhancedCode, Meaning> table = new HashMap<>();
    // Addressing
    clear(table, 1, 1, ADDRESS, RFC_3463 + ": bad destination mailbox address");
    clear(table, 1, 2, ADDRESS, RFC_3463 + ": bad destination system address");
    clear(table, 1, 3, ADDRESS, RFC_3463 + ": bad destination mailbox address syntax");
    clear(table, 1, 4, ADDRESS, RFC_3463 + ": ambiguous destination mailbox address");
    clear(table, 1, 6, ADDRESS, RFC_3463 + ": destination mailbox has moved");
    clear(table, 1, 7, OUR_SIDE, RFC_3463 + ": bad sender’s mailbox address syntax");
    clear(table, 1, 8, OUR_SIDE, RFC_3463 + ": bad sender’s system address");
    clear(table, 1, 10, ADDRESS, "RFC 7505: recipient address has null MX");
    // Mailbox
    clear(table, 2, 1, ADDRESS, RFC_3463 + ": mailbox disabled");
    // Persistent, but for now: its owner can delete something.
    clear(table, 2, 2, TEMPORARY, RFC_3463 + ": mailbox full");
    clear(table, 2, 3, TOO_LARGE, RFC_3463 + ": message length exceeds administrative limit");
    clear(table, 2, 4, ADDRESS, RFC_3463 + ": mailing list expansion problem");
    // Mail system
    clear(table, 3, 1, RATE, RFC_3463 + ": mail system full");
    vague(table, 3, 2, RATE, RFC_3463 + ": system not accepting network messages");
    clear(table, 3, 3, OUR_SIDE, RFC_3463 + ": system not capable of selected features");
    clear(table, 3, 4, TOO_LARGE, RFC_3463 + ": message too big for system");
    clear(table, 3, 5, OUR_SIDE, RFC_3463 + ": system incorrectly configured");
    // Network and routing
    vague(table, 4, 1, ADDRESS, RFC_3463 + ": no answer from host");
    clear(table, 4, 2, TEMPORARY, RFC_3463 + ": bad connection");
    clear(table, 4, 3, TEMPORARY, RFC_3463 + ": directory server failure");
    clear(table, 4, 4, ADDRESS, RFC_3463 + ": unable to route");
    clear(table, 4, 5, QUOTA, RFC_3463 + ": mail system congestion; Gmail: sending quota");
    clear(table, 4, 6, ADDRESS, RFC_3463 + ": routing loop detected");
    clear(table, 4, 7, TEMPORARY, RFC_3463 + ": delivery time expired");
    // Mail delivery protocol
    vague(table, 5, 1, OUR_SIDE, RFC_3463 + ": invalid command");
    vague(table, 5, 2, OUR_SIDE, RFC_3463 + ": syntax error; Postfix: name in EHLO");
    clear(table, 5, 3, RATE, RFC_3463 + ": too many recipients; we name one, so it counts them");
    vague(table, 5, 4, OUR_SIDE, RFC_3463 + ": invalid command arguments");
    clear(table, 5, 5, OUR_SIDE, RFC_3463 + ": wrong protocol version");
    clear(table, 5, 6, OUR_SIDE, "RFC 4954: authentication exchange line is too long");
    // Message content and media
    clear(table, 6, 1, MAIL, RFC_3463 + ": media not supported");
    clear(table, 6, 2, MAIL, RFC_3463 + ": conversion required and prohibited");
    clear(table, 6, 3, MAIL, RFC_3463 + ": conversion required but not supported");
    clear(table, 6, 4, MAIL, RFC_3463 + ": conversion with loss performed");
    clear(table, 6, 5, MAIL, RFC_3463 + ": conversion failed");
    clear(table, 6, 6, MAIL, "RFC 4468: message content not available");
    clear(table, 6, 7, ADDRESS, "RFC 6531: non-ASCII addresses not permitted");
    clear(table, 6, 8, MAIL, "RFC 6531: UTF-8 string reply is required, but not permitted");
    clear(table, 6, 9, MAIL, "RFC 6531: UTF-8 header message cannot be transferred");
    clear(table, 6, 10, MAIL, "RFC 6531: as X.6.8");
    // Security and policy
    clear(table, 7, 2, ADDRESS, RFC_3463 + ": mailing list expansion prohibited");
    clear(table, 7, 3, OUR_SIDE, RFC_3463 + ": security conversion required but not possible");
    clear(table, 7, 4, OUR_SIDE, RFC_3463 + ": security features not supported");
    clear(table, 7, 5, OUR_SIDE, RFC_3463 + ": cryptographic failure");
    clear(table, 7, 6, OUR_SIDE, RFC_3463 + ": cryptographic algorithm not supported");
    clear(table, 7, 7, MAIL, RFC_3463 + ": message integrity failure");
    clear(table, 7, 8, OUR_SIDE, "RFC 4954: authentication credentials invalid");
    clear(table, 7, 9, OUR_SIDE, "RFC 4954: authentication mechanism is too weak");
    clear(table, 7, 10, OUR_SIDE, RFC_5248 + ": encryption needed");
    clear(table, 7, 11, OUR_SIDE, "RFC 4954: encryption required for the mechanism");
    clear(table, 7, 12, OUR_SIDE, "RFC 4954: a password transition is needed");
    clear(table, 7, 13, OUR_SIDE, RFC_5248 + ": user account disabled");
    clear(table, 7, 14, OUR_SIDE, RFC_5248 + ": trust relationship required");
    clear(table, 7, 15, RATE, "RFC 6710: priority level is too low");
    clear(table, 7, 16, TOO_LARGE, "RFC 6710: message is too big for the specified priority");
    clear(table, 7, 17, ADDRESS, "RFC 7293: mailbox owner has changed");
    clear(table, 7, 18, ADDRESS, "RFC 7293: domain owner has changed");
    clear(table, 7, 19, ADDRESS, "RFC 7293: test of the owner cannot be completed");
    clear(table, 7, 20, OUR_SIDE, "RFC 7372: no passing DKIM signature found");
    clear(table, 7, 21, OUR_SIDE, "RFC 7372: no acceptable DKIM signature found");
    clear(table, 7, 22, OUR_SIDE, "RFC 7372: no valid author-matched DKIM signature found");
    clear(table, 7, 23, OUR_SIDE, "RFC 7372: SPF validation failed");
    clear(table, 7, 24, OUR_SIDE, "RFC 7372: SPF validation error");
    clear(table, 7, 25, OUR_SIDE, "RFC 7372: reverse DNS validation failed");
    clear(table, 7, 26, OUR_SIDE, "RFC 7372: multiple authentication checks failed");
    clear(table, 7, 27, OUR_SIDE, "RFC 7505: sender address has null MX");
    clear(table, 7, 28, RATE, "registered by Google: mail flood detected");
    clear(table, 7, 29, OUR_SIDE, "RFC 8617: ARC validation failure");
    clear(table, 7, 30, OUR_SIDE, "RFC 8689: REQUIRETLS support required");
    // Vendors
    clear(table, 1, 90, QUOTA, "Exchange Online: limit of recipients reached");
    clear(table, 7, 54, OUR_SIDE, "Exchange: unable to relay recipient in non-accepted domain");
    clear(table, 7, 57, OUR_SIDE, "Exchange: client was not authenticated");
    clear(table, 7, 60, OUR_SIDE, "Exchange: client does not have permissions to send as");
    clear(table, 7, 64, OUR_SIDE, "Exchange Online: TenantAttribution; relay access denied");
    clear(table, 7, 139, OUR_SIDE, "Exchange Online: SMTP AUTH is disabled");
    clear(table, 7, 500, RATE, "Exchange Online: server busy");
    clear(table, 7, 501, OUR_SIDE, "Exchange Online: spam abuse detected");
    clear(table, 7, 502, OUR_SIDE, "Exchange Online: banned sender");
    clear(table, 7, 503, OUR_SIDE, "Exchange Online: banned sender");
    clear(table, 7, 504, ADDRESS, "Exchange Online: recipient address rejected");
    clear(table, 7, 505, ADDRESS, "Exchange Online: banned recipient");
    clear(table, 7, 506, OUR_SIDE, "Exchange Online: bad HELO");
    clear(table, 7, 507, OUR_SIDE, "Exchange Online: banned IP address");
    clear(table, 7, 508, RATE, "Exchange Online: IPv6 range exceeded its rate");
    clear(table, 7, 509, OUR_SIDE, "Exchange Online: DMARC reject");
    clear(table, 7, 511, OUR_SIDE, "Exchange Online: banned sending IP");
    clear(table, 7, 512, MAIL, "Exchange Online: message must comply with RFC 5322");
    clear(table, 7, 515, OUR_SIDE, "Exchange Online: sender does not meet requirements");
    clear(table, 7, 705, QUOTA, "Exchange Online: tenant has exceeded its threshold");
    clear(table, 7, 708, OUR_SIDE, "Exchange Online: traffic not accepted from this IP");
    clear(table, 7, 750, OUR_SIDE, "Exchange Online: client blocked, unregistered domains");
    return Map.copyOf(table);
  }

  private static void clear(
      Map<EnhancedCode, Meaning> table, int subject, int detail, Verdict verdict, String source) {
    table.put(new EnhancedCode(subject, detail), new Meaning(verdict, false, source));
  }

  private static void vague(
      Map<EnhancedCode, Meaning> table, int subject, int detail, Verdict verdict, String source) {
    table.put(new EnhancedCode(subject, detail), new Meaning(verdict, true, source));
  }
}
