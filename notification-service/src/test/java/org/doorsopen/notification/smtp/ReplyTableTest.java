package org.doorsopen.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies as servers give them, each to the command that they answer with it. */
class ReplyTableTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          RECIPIENT   | 550 5.1.1 <ada@example.org>: User unknown                       | ADDRESS
          RECIPIENT   | 550 No such user here                                           | ADDRESS
          RECIPIENT   | 550                                                             | ADDRESS
          RECIPIENT   | 550 Адресат неизвестен                                          | ADDRESS
          RECIPIENT   | 550 #5.1.0 Address rejected.                                    | ADDRESS
          RECIPIENT   | 550-5.1.1 The email account that you tried to reach does\\n550 5.1.1 not exist. | ADDRESS
          RECIPIENT   | 550-Verification failed for <ada@example.org>\\n550-Unrouteable address\\n550 Recipient verify failed | ADDRESS
          RECIPIENT   | 551 User not local                                              | ADDRESS
          RECIPIENT   | 553 5.1.2 We were not able to find the recipient domain         | ADDRESS
          RECIPIENT   | 553 sorry, no mailbox here by that name                         | ADDRESS
          RECIPIENT   | 501 5.1.3 Bad recipient address syntax                          | ADDRESS
          RECIPIENT   | 501 Invalid                                                     | ADDRESS
          RECIPIENT   | 550 5.2.1 Mailbox disabled                                      | ADDRESS
          RECIPIENT   | 550 5.4.1 Recipient address rejected: Access denied             | ADDRESS
          RECIPIENT   | 550 5.4.4 Unable to route: no mail hosts for domain             | ADDRESS
          RECIPIENT   | 550 5.1.10 RESOLVER.ADR.RecipientNotFound                       | ADDRESS
          RECIPIENT   | 556 5.1.10 Domain does not accept mail                          | ADDRESS
          RECIPIENT   | 550 5.7.1 Rejected by policy                                    | ADDRESS
          RECIPIENT   | 550 5.7.1                                                       | ADDRESS
          RECIPIENT   | 554 5.7.1 <ada@example.org>: Recipient address rejected: Access denied | ADDRESS
          RECIPIENT   | 550 5.6.7 Non-ASCII addresses not permitted                     | ADDRESS
          END_OF_DATA | 550 5.1.1 User unknown                                          | ADDRESS
          END_OF_DATA | 554 5.7.1 Spam message rejected                                 | MAIL
          END_OF_DATA | 550 5.7.1 Our system has detected that this is likely unsolicited mail | MAIL
          END_OF_DATA | 550 5.7.1                                                       | MAIL
          END_OF_DATA | 554                                                             | MAIL
          END_OF_DATA | 554 5.6.0 Message contains a virus                              | MAIL
          END_OF_DATA | 552 5.7.0 This message was blocked because its content is a risk | MAIL
          END_OF_DATA | 550 Message rejected                                            | MAIL
          END_OF_DATA | 571 Отказано                                                    | MAIL
          DATA        | 554 No                                                          | MAIL
          SENDER      | 552 5.3.4 Message size exceeds fixed maximum message size       | TOO_LARGE
          SENDER      | 552                                                             | TOO_LARGE
          END_OF_DATA | 552 5.3.4 Message too big for system                            | TOO_LARGE
          END_OF_DATA | 552 Message size exceeds limit                                  | TOO_LARGE
          END_OF_DATA | 552 5.2.3 Message exceeds administrative limit                  | TOO_LARGE
          END_OF_DATA | 523 5.7.1 the message is too large                              | TOO_LARGE
          RECIPIENT   | 552 5.2.2 Mailbox full                                          | TEMPORARY
          RECIPIENT   | 452 4.2.2 The recipient's inbox is out of storage               | TEMPORARY
          RECIPIENT   | 552 Mailbox is over quota                                       | TEMPORARY
          RECIPIENT   | 554 Quota exceeded (mailbox for user is full)                   | TEMPORARY
          RECIPIENT   | 550 The mailbox has reached its limit                           | TEMPORARY
          RECIPIENT   | 450 4.7.1 Greylisted, please try again later                    | TEMPORARY
          RECIPIENT   | 450 4.2.0 <ada@example.org>: Recipient address rejected: Greylisted | TEMPORARY
          RECIPIENT   | 451 4.7.1 Please try again later                                | TEMPORARY
          RECIPIENT   | 450 4.2.1 The user is receiving email too quickly               | TEMPORARY
          RECIPIENT   | 450 4.1.1 User unknown                                          | TEMPORARY
          RECIPIENT   | 450 5.1.1 User unknown                                          | TEMPORARY
          RECIPIENT   | 550 4.1.1 User unknown                                          | TEMPORARY
          RECIPIENT   | 450 4.1.2 Recipient address rejected: Domain not found          | TEMPORARY
          RECIPIENT   | 451                                                             | TEMPORARY
          RECIPIENT   | 499 Nonsense                                                    | TEMPORARY
          END_OF_DATA | 451 4.3.0 Temporary local problem                               | TEMPORARY
          END_OF_DATA | 451 4.7.1 Spam check is away                                    | TEMPORARY
          END_OF_DATA | 432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded     | TEMPORARY
          SENDER      | 451 4.4.2 Bad connection                                        | TEMPORARY
          GREETING    | 554 5.7.1 No SMTP service here                                  | OUR_SIDE
          GREETING    | 554                                                             | OUR_SIDE
          GREETING    | 521 5.7.1 Blocked using zen.spamhaus.org                        | OUR_SIDE
          HELLO       | 550 5.7.1 Access denied                                         | OUR_SIDE
          HELLO       | 501 5.5.4 Invalid domain name                                   | OUR_SIDE
          HELLO       | 504 5.5.2 <localhost>: Helo command rejected                    | OUR_SIDE
          HELLO       | 404 4.5.2 <doors>: Helo command rejected: need fully-qualified hostname | OUR_SIDE
          STARTTLS    | 501 Syntax error                                                | OUR_SIDE
          LOGIN       | 535 5.7.8 Username and Password not accepted                    | OUR_SIDE
          LOGIN       | 534 5.7.9 Application-specific password required                | OUR_SIDE
          LOGIN       | 535                                                             | OUR_SIDE
          LOGIN       | 525 5.7.13 User account disabled                                | OUR_SIDE
          LOGIN       | 432 4.7.12 A password transition is needed                      | OUR_SIDE
          SENDER      | 530 5.7.0 Must issue a STARTTLS command first                   | OUR_SIDE
          SENDER      | 530 5.7.57 Client was not authenticated to send anonymous mail  | OUR_SIDE
          RECIPIENT   | 538 Encryption required                                         | OUR_SIDE
          RECIPIENT   | 504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname | OUR_SIDE
          RECIPIENT   | 450 4.7.1 <a1b2c3>: Helo command rejected: Host not found        | OUR_SIDE
          RECIPIENT   | 550 5.7.1 <a1b2c3>: Helo command rejected                       | OUR_SIDE
          SENDER      | 550 5.7.1 Sender address rejected: not owned by user            | OUR_SIDE
          RECIPIENT   | 450 4.1.8 <doors@x>: Sender address rejected: Domain not found  | OUR_SIDE
          RECIPIENT   | 553 5.1.8 Domain of sender address does not exist               | OUR_SIDE
          RECIPIENT   | 550-Sender verify failed\\n550 Unknown user                      | OUR_SIDE
          SENDER      | 550                                                             | OUR_SIDE
          SENDER      | 550 User unknown                                                | OUR_SIDE
          SENDER      | 555 5.5.4 Parameter not recognized                              | OUR_SIDE
          RECIPIENT   | 554 5.7.1 <ada@example.org>: Relay access denied                | OUR_SIDE
          RECIPIENT   | 550 relay not permitted                                         | OUR_SIDE
          RECIPIENT   | 553 sorry, that domain isn't in my list of allowed rcpthosts     | OUR_SIDE
          RECIPIENT   | 550 5.7.54 SMTP; Unable to relay recipient                      | OUR_SIDE
          RECIPIENT   | 550 5.7.64 TenantAttribution; Relay Access Denied               | OUR_SIDE
          RECIPIENT   | 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org | OUR_SIDE
          RECIPIENT   | 450 4.7.25 Client host rejected: cannot find your hostname      | OUR_SIDE
          RECIPIENT   | 550 5.7.1 Spam source                                           | OUR_SIDE
          RECIPIENT   | 550 5.7.606 Access denied, banned sending IP [192.0.2.1]        | OUR_SIDE
          RECIPIENT   | 550 5.7.511 Access denied, banned sender                        | OUR_SIDE
          RECIPIENT   | 503 5.5.1 Bad sequence of commands                              | OUR_SIDE
          RECIPIENT   | 500 What                                                        | OUR_SIDE
          RECIPIENT   | 502 What                                                        | OUR_SIDE
          RECIPIENT   | 503 What                                                        | OUR_SIDE
          RECIPIENT   | 504 What                                                        | OUR_SIDE
          END_OF_DATA | 504 What                                                        | OUR_SIDE
          RECIPIENT   | 555 What                                                        | OUR_SIDE
          DATA        | 503 Valid RCPT command must precede DATA                        | OUR_SIDE
          DATA        | 502 5.5.1 Command not implemented                               | OUR_SIDE
          END_OF_DATA | 550-5.7.26 This mail has been blocked because the sender is\\n550 5.7.26 unauthenticated. | OUR_SIDE
          END_OF_DATA | 421-4.7.26 This mail has been rate limited because it is unauthenticated.\\n421 4.7.26 Later | OUR_SIDE
          END_OF_DATA | 550 5.7.23 SPF validation failed                                | OUR_SIDE
          END_OF_DATA | 554 Message rejected: Email address is not verified             | OUR_SIDE
          END_OF_DATA | 550 5.7.1 rejected: DMARC policy                                | OUR_SIDE
          RECIPIENT   | 550 5.4.5 Daily user sending quota exceeded                     | QUOTA
          END_OF_DATA | 550-5.4.5 Daily user sending limit exceeded.\\n550 5.4.5 See the help. | QUOTA
          END_OF_DATA | 550 5.4.5                                                       | QUOTA
          SENDER      | 550 5.4.5 Daily SMTP relay sending limit exceeded               | QUOTA
          END_OF_DATA | 454 Throttling failure: Daily message quota exceeded            | QUOTA
          SENDER      | 550 5.1.90 Your message cannot be sent                          | QUOTA
          END_OF_DATA | 550 5.7.705 Access denied, tenant has exceeded threshold        | QUOTA
          END_OF_DATA | 554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException | QUOTA
          RECIPIENT   | 550 Domain example.org has exceeded the max emails per hour (50/50 (100%)) allowed | QUOTA
          RECIPIENT   | 451 You have reached your hourly limit                          | QUOTA
          LOGIN       | 454 4.7.0 Daily sending limit reached                           | QUOTA
          RECIPIENT   | 421 4.7.0 Too many messages, slow down                          | RATE
          SENDER      | 421 4.7.0 Try again later                                       | RATE
          GREETING    | 421 Too many concurrent SMTP connections                        | RATE
          GREETING    | 421-4.7.28 Our system has detected an unusual rate of\\n421 4.7.28 unsolicited mail | RATE
          LOGIN       | 454 4.7.0 Temporary authentication failure                      | RATE
          RECIPIENT   | 452 4.5.3 Too many recipients                                   | RATE
          RECIPIENT   | 552 Too many recipients                                         | RATE
          RECIPIENT   | 550 5.5.3 Too many recipients                                   | RATE
          SENDER      | 452 4.3.1 Insufficient system storage                           | RATE
          SENDER      | 451 4.4.5 Congestion                                            | RATE
          END_OF_DATA | 454 Throttling failure: Maximum sending rate exceeded           | RATE
          RECIPIENT   | 451 4.7.500 Server busy. Please try again later                 | RATE
          GREETING    | 421 4.3.2 Service not available                                 | RATE
          SENDER      | 421 Service not available, closing transmission channel         | UNREACHABLE
          END_OF_DATA | 421                                                             | UNREACHABLE
          HELLO       | 450 Not now                                                     | UNREACHABLE
          RECIPIENT   | 299 Perhaps                                                     | UNKNOWN
          RECIPIENT   | 354 Go ahead                                                    | UNKNOWN
          RECIPIENT   | 999 Nonsense                                                    | UNKNOWN
          """)
  void tellsWhatAReplyIsAbout(Phase phase, String text, Verdict verdict) {
    String lines = text.replace("\\n", "\n");
    int code = Integer.parseInt(lines.substring(0, 3));

    assertThat(ReplyTable.verdict(new Reply(phase, code, lines))).isEqualTo(verdict);
  }

  @Test
  void listensToNoWordsInAnAddress() {
    String text = "550 <daily.quota.exceeded@relay-denied.example>: nobody";

    assertThat(ReplyTable.verdict(new Reply(Phase.RECIPIENT, 550, text)))
        .isEqualTo(Verdict.ADDRESS);
  }

  @Test
  void isWrittenDownWithASourceForEachRow() throws IOException {
    String page = Files.readString(Path.of("../docs/services/notification-service.md"));

    assertThat(Arrays.stream(KnownWords.values()).map(KnownWords::source)).allMatch(page::contains);
    EnhancedCodes.all()
        .forEach((code, meaning) ->
            assertThat(page)
                .contains(
                    "| %s%s | %s | %s |"
                        .formatted(
                            code,
                            meaning.vague() ? "*" : "",
                            meaning.verdict(),
                            meaning.source())));
  }
}
