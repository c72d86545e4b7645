package org.doorsopen.web.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.coyote.Request;
import org.junit.jupiter.api.Test;

class SlowBodiesTest {

  private static final int LARGEST = 1_000;

  private final SlowBodies slow = new SlowBodies(3, Duration.ofHours(1));

  @Test
  void endTheOneThatHasWaitedLongestWhenAllPlacesAreTaken() {
    List<GuardedBody> bodies = Stream.generate(this::aBody).limit(5).toList();

    bodies.forEach(slow::enter);

    assertThat(slow.waiting()).isEqualTo(3);
    assertThat(bodies)
        .extracting(GuardedBody::isGivenUp)
        .containsExactly(true, true, false, false, false);
  }

  @Test
  void endNobodyWhileSomebodyLeavesInTime() {
    List<GuardedBody> bodies = Stream.generate(this::aBody).limit(5).toList();

    bodies.forEach(body -> {
      slow.enter(body);
      slow.leave(body);
    });

    assertThat(slow.waiting()).isZero();
    assertThat(bodies).extracting(GuardedBody::isGivenUp).containsOnly(false);
  }

  private GuardedBody aBody() {
    Request request = new Request();
    return new GuardedBody(request, request.getInputBuffer(), LARGEST, slow, "1");
  }
}
