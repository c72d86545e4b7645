package org.doorsopen.notification.smtp;

import static org.doorsopen.notification.smtp.Verdict.ADDRESS;
import static org.doorsopen.notification.smtp.Verdict.MAIL;
import static org.doorsopen.notification.smtp.Verdict.OUR_SIDE;
import static org.doorsopen.notification.smtp.Verdict.QUOTA;
import static org.doorsopen.notification.smtp.Verdict.RATE;
import static org.doorsopen.notification.smtp.Verdict.TEMPORARY;
import static org.doorsopen.notification.smtp.Verdict.TOO_LARGE;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words by which servers say what their codes leave open. The first row that matches wins, so the
 * order matters: a mailbox over its quota is no quota of ours.
 */
enum KnownWords {
  SIZE(
      TOO_LARGE,
      "too (large|big)|(message|mail) size|size (limit|exceeds)|exceeds .{0,30}size",
      "RFC 1870; Exim and Postfix: message size exceeds fixed limit"),
  SLOW_RECIPIENT(
      TEMPORARY,
      "(user|recipient|mailbox).{0,60}(receiving (e?mail|messages)|thread limit)",
      "Gmail 450 4.2.1; Exchange 432 4.3.2"),
  FULL_MAILBOX(
      TEMPORARY,
      "(mailbox|inbox|recipient|account|user('s)?|maildir).{0,40}"
          + "(\\bfull\\b|over ?quota|over (its|their|the) (storage )?quota|out of storage"
          + "|quota (is )?(exceeded|full)|exceeded .{0,20}(storage|quota|space))"
          + "|(mailbox|inbox).{0,40}(limit|quota)|over ?quota\\b|insufficient (disk|storage)|no space left",
      "Dovecot: Quota exceeded (mailbox for user is full); Gmail 452 4.2.2 out of storage"),
  SENDING_QUOTA(
      QUOTA,
      "(daily|hourly|monthly|per[ -](day|hour|month)|24.hours?|sending|relay|submission|outgoing"
          + "|message|mail|account|user|plan|customer).{0,60}(quota|limit|allow)"
          + "|(quota|limit).{0,40}(daily|hourly|monthly|per[ -](day|hour|month)|exceeded|reached)"
          + "|SubmissionQuotaExceeded|exceeded .{0,40}(quota|threshold|maximum (number|messages))"
          + "|threshold exceeded",
      "Gmail 550 5.4.5; Amazon SES 454; Exchange Online 5.1.90 and 5.7.705; cPanel and Exim"),
  SENDING_RATE(
      RATE,
      "throttl|too (many|much) (messages|mails?|emails|connections|recipients|requests|logins?"
          + "|login attempts|concurrent|commands|errors)|(sending|connection|message|mail) rate"
          + "|rate.?limit|too (fast|quick)|slow down|server (is )?(too )?busy|try again later,? busy"
          + "|unusual rate|resources? (temporarily )?unavailable|insufficient (system )?resources",
      "Amazon SES 454 Throttling failure; Postfix anvil 421 4.7.0; Exchange 451 4.7.500; Gmail 421"),
  GREYLIST(
      TEMPORARY,
      "gr[ea]y.?list|postgrey",
      "RFC 6647; Postgrey, Exim: greylisted, please try again"),
  HELLO_NAME(
      OUR_SIDE,
      "\\b(helo|ehlo)\\b|fully.?qualified (host|domain)",
      "Postfix: Helo command rejected: need fully-qualified hostname; Exim: HELO argument"),
  RELAYING(
      OUR_SIDE,
      "relay(ing)? (access )?(is )?(denied|not (permitted|allowed)|prohibited)"
          + "|not permitted to relay|unable to relay|cannot relay|we do(n't| not) relay|TenantAttribution"
          + "|rcpthosts",
      "Postfix: Relay access denied; Exim: relay not permitted; Exchange 550 5.7.54, 5.7.64; qmail"),
  LOGIN(
      OUR_SIDE,
      "authenti?cation (is )?(required|needed|failed|unsuccessful)|not authenticated"
          + "|must authenticate|log ?in required|(client|user) was not authenticated|starttls"
          + "|encryption (is )?required|must issue",
      "RFC 4954; Exchange 530 5.7.57 Client was not authenticated; Gmail 530 5.7.0"),
  SENDER(
      OUR_SIDE,
      "sender (address|domain|verify|verification|id)?.{0,20}"
          + "(reject|failed|denied|not (allowed|owned|verified|authori[sz]ed)|unknown|invalid)"
          + "|not owned by user|send ?as ?denied|(address|domain|identity) is not verified"
          + "|not (allowed|authori[sz]ed|permitted) to send|banned sender|from address",
      "Postfix: Sender address rejected; Exim: Sender verify failed; Exchange SendAsDenied; SES 554"),
  AUTHENTICITY(
      OUR_SIDE,
      "\\b(spf|dkim|dmarc|arc)\\b|unauthenticated|sender policy framework",
      "RFC 7372; Gmail 550-5.7.26"),
  HOST_POLICY(
      OUR_SIDE,
      "client host|block(ed|ing)? (using|by|list)|black.?list|\\b(rbl|dnsbl|sbl|xbl|pbl)\\b|spamhaus"
          + "|spamcop|barracuda|proofpoint|sorbs|(bad|poor|low|ip) (ip )?reputation"
          + "|reverse (dns|lookup|hostname)|\\bptr\\b|cannot find your (host|reverse)"
          + "|(your|sending|from) ?(ip|host|server|network|address range)"
          + "|(ip|host)( address)? (is|has been|was) (block|reject|ban|denied|listed)"
          + "|banned sending|connection (refused|rejected|denied)|not (on|in) (our )?(white|allow).?list",
      "Postfix: Client host rejected, blocked using; Exchange 5.7.606; Spamhaus; Yahoo; Outlook S3150"),
  NO_SUCH_MAILBOX(
      ADDRESS,
      "(user|recipient|mailbox|account|address|domain|alias|person|host).{0,40}"
          + "(unknown|not (found|exist|known|here|listed|hosted|valid|available)|does(n't| not) exist"
          + "|disabled|inactive|invalid|unavailable|suspended|expired|closed|reject|denied|no longer)"
          + "|(no such|unknown|invalid|unrouteable|undeliverable|bad destination|unknown local)"
          + ".{0,20}(user|recipient|mailbox|account|address|domain|person|host|here)"
          + "|does not like recipient|RecipientNotFound|RESOLVER\\.ADR|null mx",
      "Postfix: User unknown, Recipient address rejected; Exim: Unrouteable address; Exchange 5.4.1"),
  CONTENT(
      MAIL,
      "spam|unsolicited|virus|malware|phish|content|message (was |is |has been )?(reject|refus|block"
          + "|denied)|looks like|suspicious|attachment|header|mime|policy",
      "Gmail 550 5.7.1 likely unsolicited mail; SpamAssassin milters; Exim: rejected after DATA");

  private final Verdict verdict;
  private final Pattern pattern;
  private final String source;

  KnownWords(Verdict verdict, String pattern, String source) {
    this.verdict = verdict;
    this.pattern = Pattern.compile("(?is)" + pattern);
    this.source = source;
  }

  /**
   * @param words without addresses: those may say anything
   */
  static Optional<Verdict> verdict(String words) {
    return Arrays.stream(values())
        .filter(row -> row.pattern.matcher(words).find())
        .findFirst()
        .map(row -> row.verdict);
  }

  /** The standard, or the servers that say so. */
  String source() {
    return source;
  }
}
