package org.doorsopen.notification.smtp;

import static org.doorsopen.notification.smtp.Verdict.ADDRESS;
import static org.doorsopen.notification.smtp.Verdict.MAIL;
import static org.doorsopen.notification.smtp.Verdict.OUR_SIDE;
import static org.doorsopen.notification.smtp.Verdict.QUOTA;
import static org.doorsopen.notification.smtp.Verdict.RATE;
import static org.doorsopen.notification.smtp.Verdict.TEMPORARY;
import static org.doorsopen.notification.smtp.Verdict.TOO_LARGE;
import static org.doorsopen.notification.smtp.Verdict.UNKNOWN;
import static org.doorsopen.notification.smtp.Verdict.UNREACHABLE;

import java.util.Locale;
import java.util.Optional;

/**
 * Tells what a refusal is about: by the reply code where that is clear, by the enhanced code where
 * there is a clear one, by known words, and else by the reply code and the command that it answers.
 * A mail is given up only if all that the server says is permanent.
 */
final class ReplyTable {

  private ReplyTable() {}

  /**
   * @param reply no acceptance
   */
  static Verdict verdict(Reply reply) {
    if (!reply.isTransient() && !reply.isPermanent()) {
      return UNKNOWN;
    }
    Optional<EnhancedCode.Classed> enhanced = EnhancedCode.in(reply.text());
    boolean forGood =
        reply.isPermanent() && enhanced.map(EnhancedCode.Classed::permanent).orElse(true);
    Verdict verdict = subject(reply, enhanced.map(EnhancedCode.Classed::code));
    if (!forGood && verdict.isPermanent()) {
      return TEMPORARY;
    }
    // X.4.5 is congestion: for now it passes soon, and for good it is a quota.
    return !forGood && verdict == QUOTA && isCongestion(enhanced) ? RATE : verdict;
  }

  private static boolean isCongestion(Optional<EnhancedCode.Classed> enhanced) {
    return enhanced.filter(code -> code.code().equals(new EnhancedCode(4, 5))).isPresent();
  }

  private static Verdict subject(Reply reply, Optional<EnhancedCode> code) {
    if (wantsLogin(reply)) {
      return OUR_SIDE;
    }
    Optional<EnhancedCodes.Meaning> meaning = code.flatMap(EnhancedCodes::meaning);
    return meaning
        .filter(known -> !known.vague())
        .map(EnhancedCodes.Meaning::verdict)
        .or(() -> KnownWords.verdict(Reply.words(reply.text())))
        .or(() -> meaning.map(EnhancedCodes.Meaning::verdict))
        .map(verdict -> inPhase(verdict, reply, code))
        .orElseGet(() -> byCode(reply, code));
  }

  /** A login, or TLS before it, is wanted or went wrong, whatever the command was. */
  private static boolean wantsLogin(Reply reply) {
    return switch (reply.code()) {
      case 525, 530, 534, 535, 538 -> true;
      default -> false;
    };
  }

  /** The server cannot speak of what it does not know yet. */
  private static Verdict inPhase(Verdict verdict, Reply reply, Optional<EnhancedCode> code) {
    return switch (verdict) {
      case OUR_SIDE, QUOTA, RATE, UNREACHABLE, UNKNOWN -> verdict;
      case TOO_LARGE, TEMPORARY -> reply.phase().isBeforeMail() ? byCode(reply, code) : verdict;
      case ADDRESS -> reply.phase().compareTo(Phase.RECIPIENT) < 0 ? byCode(reply, code) : verdict;
      case MAIL -> reply.phase().compareTo(Phase.DATA) < 0 ? ofSomethingUnread(reply) : verdict;
    };
  }

  /** Spam that nobody has read is a word about the host or the sender. */
  private static Verdict ofSomethingUnread(Reply reply) {
    boolean ofRecipient =
        reply.phase() == Phase.RECIPIENT && !reply.text().toLowerCase(Locale.ROOT).contains("spam");
    return ofRecipient ? byPhase(reply.phase()) : OUR_SIDE;
  }

  private static Verdict byCode(Reply reply, Optional<EnhancedCode> code) {
    if (reply.phase().isBeforeMail()) {
      return beforeMail(reply);
    }
    return switch (reply.code()) {
      case 421 -> code.filter(known -> known.subject() == 7).isPresent() ? RATE : UNREACHABLE;
      case 500, 502, 503, 504, 555 -> OUR_SIDE;
      case 552 -> reply.phase() == Phase.SENDER ? TOO_LARGE : TEMPORARY;
      case 556 -> ADDRESS;
      default -> reply.isTransient() ? TEMPORARY : byPhase(reply.phase());
    };
  }

  private static Verdict beforeMail(Reply reply) {
    if (reply.isPermanent()) {
      return OUR_SIDE;
    }
    return reply.phase() == Phase.LOGIN ? RATE : UNREACHABLE;
  }

  private static Verdict byPhase(Phase phase) {
    return switch (phase) {
      case GREETING, HELLO, STARTTLS, LOGIN, SENDER -> OUR_SIDE;
      case RECIPIENT -> ADDRESS;
      case DATA, END_OF_DATA -> MAIL;
      case ASIDE -> UNKNOWN;
    };
  }
}
