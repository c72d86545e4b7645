package org.doorsopen.rsvp.status.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.web.problems.Unavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenersTest {

  private static final String HOME = "192.0.2.7";

  private final Listeners listeners =
      new Listeners(new StatusSettings(20, 3, 10, Duration.ofMinutes(30), Duration.ofSeconds(15)));

  @BeforeEach
  void open() {
    listeners.open();
  }

  @Test
  void endsTheOldestOfAnRsvpForOneMore() throws Exception {
    Watcher first = listeners.admit(rsvp("a"), HOME);
    Watcher second = listeners.admit(rsvp("a"), HOME);
    listeners.admit(rsvp("a"), HOME);

    listeners.admit(rsvp("a"), HOME);

    assertThat(first.await(Duration.ZERO)).isInstanceOf(Watcher.Closed.class);
    assertThat(second.await(Duration.ZERO)).isInstanceOf(Watcher.Quiet.class);
    listeners.leave(first);
    assertThat(listeners.size()).isEqualTo(3);
  }

  @Test
  void leavesRoomForOthersBesideOneAddress() {
    for (int i = 0; i < 10; i++) {
      listeners.admit(rsvp("a" + i), HOME);
    }

    assertThatThrownBy(() -> listeners.admit(rsvp("b"), HOME))
        .isInstanceOfSatisfying(
            TooManyListeners.class,
            refusal -> {
              assertThat(refusal.getStatusCode().value()).isEqualTo(429);
              assertThat(refusal.getHeaders().getFirst("Retry-After")).isEqualTo("30");
            });
    Watcher other = listeners.admit(rsvp("b"), "192.0.2.8");

    listeners.leave(other);
    assertThat(listeners.size()).isEqualTo(10);
  }

  @Test
  void letsNobodyElseInWhenItIsFull() {
    for (int i = 0; i < 20; i++) {
      listeners.admit(rsvp("a" + i), "192.0.2." + i);
    }

    assertThatThrownBy(() -> listeners.admit(rsvp("b"), HOME)).isInstanceOf(Unavailable.class);
  }

  @Test
  void letsNobodyInByARace() {
    AtomicInteger admitted = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 500; i++) {
        int number = i;
        threads.execute(() -> {
          listeners.admit(rsvp("a" + number), "192.0.2." + number % 200);
          admitted.incrementAndGet();
        });
      }
    }

    assertThat(admitted).hasValue(20);
    assertThat(listeners.size()).isEqualTo(20);
  }

  @Test
  void letsNobodyInBeforeItOpensAndAfterItCloses() throws Exception {
    Watcher watcher = listeners.admit(rsvp("a"), HOME);

    listeners.close();

    assertThat(watcher.await(Duration.ZERO)).isInstanceOf(Watcher.Closed.class);
    assertThatThrownBy(() -> listeners.admit(rsvp("b"), HOME)).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
    "2001:db8:1:2::1, 2001:db8:1:2:0:0:0:0",
    "fe80::1%eth0, fe80:0:0:0:0:0:0:0",
    "unknown, unknown"
  })
  void takesANetworkOfIpv6ForOneAddress(String address, String network) {
    assertThat(Listeners.network(address)).isEqualTo(network);
  }

  private static RsvpKey rsvp(String id) {
    return new RsvpKey(id, "m");
  }
}
