package org.doorsopen.web.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.doorsopen.web.problems.ProblemWriter;
import org.doorsopen.web.problems.Readers;
import org.doorsopen.web.rates.RateLimit.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class RateFilterTest {

  private static final String HERE = "203.0.113.7";
  private static final String ELSEWHERE = "203.0.113.8";
  private static final String ROUTE = "/api/meetups/1/rsvps";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final HeldBack heldBack = new HeldBack(meters, InstantSource.system());
  private int answer = 202;

  @Test
  void refusesANetworkThatHasHadItsShareAndNobodyElse() throws Exception {
    RateFilter filter = filter(Kind.REQUESTS, new Rate(500, 1_000));

    for (int i = 0; i < 500; i++) {
      assertThat(ask(filter, HERE).getStatus()).isEqualTo(202);
    }
    MockHttpServletResponse refused = ask(filter, HERE);

    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getContentType()).startsWith("application/problem+json");
    assertThat(Long.parseLong(refused.getHeader("Retry-After"))).isBetween(1L, 8L);
    assertThat(ask(filter, ELSEWHERE).getStatus()).isEqualTo(202);
    assertThat(meters.counter("doors.requests.held", "limit", "rsvps").count()).isEqualTo(1);
    assertThat(heldBack.withinADay()).isEqualTo(1);
  }

  @Test
  void countsNoRequestThatCouldNotBeTaken() throws Exception {
    RateFilter filter = filter(Kind.REQUESTS, new Rate(3, 6));
    answer = 503;
    for (int i = 0; i < 50; i++) {
      assertThat(ask(filter, HERE).getStatus()).isEqualTo(503);
    }
  }

  @Test
  void takesAWholeNetworkOfIpv6ForOne() throws Exception {
    RateFilter filter = filter(Kind.REQUESTS, new Rate(3, 3));

    List<Integer> statuses =
        IntStream.rangeClosed(1, 4)
            .mapToObj(host -> status(filter, "2001:db8:1:2::" + host))
            .toList();

    assertThat(statuses).containsExactly(202, 202, 202, 429);
    assertThat(status(filter, "2001:db8:1:3::1")).isEqualTo(202);
  }

  @Test
  void believesNobodyWhoSaysToComeFromElsewhere() throws Exception {
    RateFilter filter = filter(Kind.REQUESTS, new Rate(1, 1));
    ask(filter, HERE);

    MockHttpServletRequest request = request(HERE);
    request.addHeader("X-Forwarded-For", ELSEWHERE);
    request.addHeader("Forwarded", "for=" + ELSEWHERE);
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, chain());

    assertThat(response.getStatus()).isEqualTo(429);
  }

  @Test
  void leavesOtherRoutesAlone() throws Exception {
    RateFilter filter = filter(Kind.REQUESTS, new Rate(1, 1));
    ask(filter, HERE);
    MockHttpServletRequest other = new MockHttpServletRequest("GET", "/api/meetups");
    other.setRemoteAddr(HERE);
    MockHttpServletResponse response = new MockHttpServletResponse();

    filter.doFilter(other, response, chain());

    assertThat(response.getStatus()).isEqualTo(202);
  }

  @Test
  void countsOnlyWhatWasRefusedWhereThatIsTheLimit() throws Exception {
    RateFilter filter = filter(Kind.REFUSALS, new Rate(3, 72));
    for (int i = 0; i < 10; i++) {
      assertThat(ask(filter, HERE).getStatus()).isEqualTo(202);
    }

    for (int wrong : new int[] {401, 403, 404}) {
      answer = wrong;
      assertThat(ask(filter, HERE).getStatus()).isEqualTo(wrong);
    }
    answer = 202;

    assertThat(ask(filter, HERE).getStatus()).isEqualTo(429);
    assertThat(ask(filter, ELSEWHERE).getStatus()).isEqualTo(202);
  }

  @Test
  void hasNoLimitWhereItIsZero() throws Exception {
    for (Kind kind : Kind.values()) {
      RateFilter filter = filter(kind, new Rate(0, 0));
      answer = kind == Kind.REFUSALS ? 404 : 202;
      for (int i = 0; i < 100; i++) {
        assertThat(ask(filter, HERE).getStatus()).isEqualTo(answer);
      }
    }
  }

  @Test
  void remembersABoundedNumberOfNetworks() {
    Buckets buckets = new Buckets(new Rate(1, 1));

    IntStream.range(0, 3 * Buckets.MAX_KEYS).forEach(i -> buckets.take("network " + i));

    assertThat(buckets.size()).isLessThanOrEqualTo(Buckets.MAX_KEYS);
  }

  private RateFilter filter(Kind kind, Rate rate) {
    return new RateFilter(
        List.of(RateLimit.of("rsvps", kind, rate, "POST /api/meetups/{meetupId}/rsvps")),
        heldBack,
        new ProblemWriter(JsonMapper.shared(), new Readers(null)));
  }

  private int status(RateFilter filter, String address) {
    try {
      return ask(filter, address).getStatus();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private MockHttpServletResponse ask(RateFilter filter, String address) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request(address), response, chain());
    return response;
  }

  private FilterChain chain() {
    return (_, response) -> ((MockHttpServletResponse) response).setStatus(answer);
  }

  private static MockHttpServletRequest request(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", ROUTE);
    request.setRemoteAddr(address);
    return request;
  }
}
