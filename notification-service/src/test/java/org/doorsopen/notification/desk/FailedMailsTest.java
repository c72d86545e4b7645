package org.doorsopen.notification.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailStatus;
import org.doorsopen.notification.smtp.Verdict;
import org.doorsopen.notification.troubles.ServerTroubles.ServerTrouble;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailedMailsTest {

  private static final Instant THEN = Instant.parse("2024-03-01T12:00:00Z");

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void hasWordsForEveryKindOfMailInBothLanguages(MailKind kind) {
    String english = failed(kind, null, Locale.ENGLISH).kind();
    String german = failed(kind, null, Locale.GERMAN).kind();

    assertThat(english).isNotBlank();
    assertThat(german).isNotBlank().isNotEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void hasWordsForEveryTroubleThatSomebodyIsToKnowOf(String language) {
    List<ServerTrouble> troubles =
        Arrays.stream(Verdict.values())
            .filter(verdict -> verdict.patience() != null)
            .map(verdict -> new ServerTrouble(verdict, THEN, "421 busy"))
            .toList();

    FailedMails page =
        FailedMails.of(troubles, List.of(), 0, Map.of(), speech(Locale.of(language)));

    assertThat(page.troubles()).hasSameSizeAs(troubles).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void saysWhoHadItTriedAgain(MailKind kind) {
    Mail.Retry byGrace = new Mail.Retry(THEN, "grace");
    Mail.Retry before = new Mail.Retry(THEN, null);

    assertThat(failed(kind, byGrace, Locale.ENGLISH).retried())
        .startsWith("Tried again by grace, ")
        .contains("2024");
    assertThat(failed(kind, byGrace, Locale.GERMAN).retried())
        .startsWith("Noch einmal versucht von grace, ");
    assertThat(failed(kind, before, Locale.ENGLISH).retried()).isNull();
    assertThat(failed(kind, null, Locale.ENGLISH).retried()).isNull();
  }

  private static FailedMails.Entry failed(
      MailKind kind, Mail.@Nullable Retry retry, Locale locale) {
    Mail mail =
        new Mail(
            new UUID(1, 1),
            1,
            "1",
            "m",
            kind,
            1,
            MailFacts.NONE,
            MailStatus.FAILED,
            new Mail.Tries(1, 0, "550 No such user"),
            new Mail.Times(THEN, THEN, null, retry, null),
            new Cause("seats", 0, 0, null));
    return FailedMails.of(List.of(), List.of(mail), 0, Map.of(), speech(locale))
        .entries()
        .getFirst();
  }

  private static Speech speech(Locale locale) {
    return new Words().in(locale);
  }
}
