package org.doorsopen.rsvp.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.doorsopen.identity.MailboxIds;
import org.doorsopen.identity.Secrets;
import org.doorsopen.web.problems.TooManyRequests;
import org.doorsopen.web.rates.HeldBack;
import org.junit.jupiter.api.Test;

class AddressRatesTest {

  private static final String HERE = "203.0.113.7";
  private static final String ADA = "ada@example.org";

  private final Clock time = new Clock();
  private final AddressRates rates =
      new AddressRates(
          new RateSettings(1_000, 20, 200),
          new MailboxIds(Secrets.of("a secret that is long enough")),
          HeldBack.uncounted(),
          time);

  @Test
  void asksToWaitWhereOneNetworkAsksAgainAndAgainUnderOneAddressHoweverItIsSpelled() {
    String[] spellings = {ADA, "ADA@Example.org", "a.da@example.org", "ada+doors@example.org"};
    IntStream.range(0, 20).forEach(i -> rates.count(HERE, spellings[i % 4]));

    assertThatThrownBy(() -> rates.count(HERE, ADA))
        .isInstanceOfSatisfying(
            TooManyRequests.class,
            refusal -> assertThat(refusal.retryAfterSeconds()).isEqualTo(180));
    rates.count(HERE, "bob@example.org");

    time.nanos += Duration.ofMinutes(3).toNanos();
    rates.count(HERE, ADA);
  }

  @Test
  void countsNoRequestThatCouldNotBeTaken() {
    for (int i = 0; i < 100; i++) {
      rates.count(HERE, ADA);
      rates.giveBack(HERE, ADA);
    }

    rates.count(HERE, ADA);
  }

  @Test
  void letsNobodyKeepTheOwnerOfAnAddressFromAsking() {
    for (int network = 0; network < 100; network++) {
      for (int i = 0; i < 10; i++) {
        try {
          rates.count("198.51.100." + network, ADA);
        } catch (TooManyRequests e) {
          // as it should be
        }
      }
    }

    rates.count(HERE, ADA);
    rates.count(HERE, ADA);
    rates.count(HERE, ADA);
  }

  @Test
  void boundsWhatManyNetworksAskForUnderOneAddress() {
    long admitted =
        IntStream.range(0, 20)
            .boxed()
            .flatMap(network -> IntStream.range(0, 20).mapToObj(_ -> "198.51.100." + network))
            .filter(this::isAdmitted)
            .count();

    // Sixty from all, and three from each network that was late.
    assertThat(admitted).isBetween(60L, 60L + 20 * 3);
  }

  @Test
  void leavesAnEveningOfAWholeCompanyAlone() {
    for (int person = 0; person < 500; person++) {
      rates.count(HERE, "person" + person + "@company.example");
      rates.count(HERE, "person" + person + "@company.example");
    }
  }

  private boolean isAdmitted(String from) {
    try {
      rates.count(from, ADA);
      return true;
    } catch (TooManyRequests e) {
      return false;
    }
  }

  private static final class Clock implements TimeMeter {

    private long nanos = Duration.ofDays(1).toNanos();

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
