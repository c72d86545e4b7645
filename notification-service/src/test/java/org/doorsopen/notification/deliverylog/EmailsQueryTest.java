package org.doorsopen.notification.deliverylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailStatus;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;
import org.junit.jupiter.api.Test;

class EmailsQueryTest {

  @Test
  void asksForEverythingByDefault() {
    assertThat(EmailsQuery.parse(null, null, null, null, null, null, null))
        .isEqualTo(new EmailsQuery(null, null, null, null, false, Long.MAX_VALUE, 100));
  }

  @Test
  void namesEveryWrongParameter() {
    assertThatThrownBy(() -> EmailsQuery.parse("a b", "1", "LOST", "SPAM", "no", "x", "501"))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            wrong ->
                assertThat(wrong.errors())
                    .extracting(FieldError::field)
                    .containsExactly(
                        "meetupId", "rsvpId", "status", "kind", "heldBack", "next", "limit"));
  }

  @Test
  void takesWhatIsRight() {
    assertThat(
            EmailsQuery.parse(
                "meetup-1",
                "4F0D6A3E-9F7C-4AD1-8A10-6D1D2A1F0C11",
                "SENT",
                "REMINDER",
                "true",
                "17",
                "500"))
        .isEqualTo(
            new EmailsQuery(
                "meetup-1",
                "4f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11",
                MailStatus.SENT,
                MailKind.REMINDER,
                true,
                17,
                500));
  }
}
