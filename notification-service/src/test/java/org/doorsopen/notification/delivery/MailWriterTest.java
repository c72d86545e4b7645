package org.doorsopen.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.doorsopen.notification.delivery.Claiming.Send;
import org.doorsopen.notification.delivery.MailWriter.Written;
import org.doorsopen.notification.smtp.SmtpOutcome;
import org.junit.jupiter.api.Test;

class MailWriterTest {
  private final List<Send> begun = new CopyOnWriteArrayList<>();
  private final MailWriter writer = new MailWriter(this::write);
  private final Send one = send(1);
  private final Send another = send(2);

  @Test
  void writesAMailOnceThatWasBegunBefore() {
    writer.begin(one);
    await().until(() -> !begun.isEmpty());

    Written written = writer.write(one);

    assertThat(written).isEqualTo(written(one));
    assertThat(begun).containsExactly(one);
  }

  @Test
  void writesAnotherMailThanTheOneThatWasBegun() {
    writer.begin(one);

    assertThat(writer.write(another)).isEqualTo(written(another));
    assertThat(writer.write(one)).isEqualTo(written(one));
  }

  @Test
  void writesAMailAnewThatWasClaimedAgainMeanwhile() {
    Send again =
        new Send(
            one.mail(),
            () -> {
              throw new AssertionError("of the second claim");
            });
    writer.begin(one);

    writer.write(again);

    assertThat(begun).contains(again);
  }

  @Test
  void writesNothingTwiceOutOfOneBeginning() {
    writer.begin(one);
    writer.write(one);

    writer.write(one);

    assertThat(begun).containsExactly(one, one);
  }

  @Test
  void failsWhereTheWritingFailed() {
    MailWriter failing =
        new MailWriter(_ -> {
          throw new IllegalStateException("no words");
        });
    failing.begin(one);

    assertThatThrownBy(() -> failing.write(one))
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("no words");
  }

  private Written write(Send send) {
    begun.add(send);
    return written(send);
  }

  private static Written written(Send send) {
    return new Written.NotAtAll(new SmtpOutcome.Unanswered(send.mail().rsvpId()));
  }

  private static Send send(int number) {
    return new Send(
        AcceptanceWriterTest.mail(number),
        () -> {
          throw new AssertionError("of the first claim");
        });
  }
}
