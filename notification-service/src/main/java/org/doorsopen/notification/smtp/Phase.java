package org.doorsopen.notification.smtp;

import java.util.Locale;

/** Which command a reply of the server answers, in the order of a conversation. */
enum Phase {
  GREETING,
  HELLO,
  STARTTLS,
  LOGIN,
  SENDER,
  RECIPIENT,
  DATA,
  /** The dot that ends a mail: from here on the server may have accepted it. */
  END_OF_DATA,
  /** A command that says nothing of a mail, such as RSET after a refusal. */
  ASIDE;

  /** Before a mail, so the server has not let us in yet. */
  boolean isBeforeMail() {
    return compareTo(SENDER) < 0;
  }

  /**
   * @param before the phase of the command before: the lines of a login are no commands
   */
  static Phase of(String command, Phase before) {
    int end = command.indexOf(' ');
    String verb = end < 0 ? command : command.substring(0, end);
    return switch (verb.toUpperCase(Locale.ROOT)) {
      case "EHLO", "HELO" -> HELLO;
      case "STARTTLS" -> STARTTLS;
      case "AUTH" -> LOGIN;
      case "MAIL" -> SENDER;
      case "RCPT" -> RECIPIENT;
      case "DATA" -> DATA;
      case "." -> END_OF_DATA;
      case "RSET", "QUIT", "NOOP" -> ASIDE;
      default -> before;
    };
  }
}
