package org.doorsopen.rsvp.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.RsvpTokens.Purpose;
import org.doorsopen.identity.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RsvpAccessTest {

  private static final String RSVP = "0b0f6a0e-3f52-4d2b-9d0e-5a4f6f3f2f10";
  private static final String MEETUP = "meetup-1";
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final RsvpTokens tokens = new RsvpTokens(Secrets.of("a secret of some length"));
  private final Map<String, Instant> ends = new HashMap<>();
  private final Set<String> confirmed = new HashSet<>();
  private final RsvpAccess access =
      new RsvpAccess(
          tokens,
          meetupId -> Optional.ofNullable(ends.get(meetupId)),
          confirmed::contains,
          () -> NOW);

  @Test
  void readsTheMeetupAndThePurposeFromTheToken() {
    for (Purpose purpose : new Purpose[] {Purpose.ANSWER, Purpose.MAIL, Purpose.CALENDAR}) {
      String token = token(purpose);

      assertThat(access.toSeeByLink(RSVP, link(token)))
          .isEqualTo(new AccessGrant(new RsvpKey(RSVP, MEETUP), token, purpose));
    }
  }

  @Test
  void takesTheTokenFromTheHeader() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.addHeader("Authorization", "bearer " + token(Purpose.ANSWER));

    assertThat(access.toSee(RSVP, request).rsvp().meetupId()).isEqualTo(MEETUP);
    assertThat(access.toSeeByLink(RSVP, request).rsvp().meetupId()).isEqualTo(MEETUP);
    assertThat(access.toAct(RSVP, request).rsvp().meetupId()).isEqualTo(MEETUP);
  }

  @Test
  void takesTheTokenFromAFormAndFromNoQueryBesideIt() {
    String token = token(Purpose.MAIL);
    MockHttpServletRequest form = new MockHttpServletRequest("POST", "/");
    form.setParameter("token", token);
    assertThat(access.toAct(RSVP, form).purpose()).isEqualTo(Purpose.MAIL);

    form.setQueryString("token=" + token);
    refuses(() -> access.toAct(RSVP, form));
    refuses(() -> access.toSee(RSVP, link(token)));
  }

  @Test
  void letsEachTokenDoWhatItIsFor() {
    assertThat(access.toAct(RSVP, form(token(Purpose.ANSWER))).fromMail()).isFalse();
    assertThat(access.toAct(RSVP, form(token(Purpose.MAIL))).fromMail()).isTrue();
    assertThatThrownBy(() -> access.toAct(RSVP, form(token(Purpose.CALENDAR))))
        .isInstanceOf(TokenOnlyShows.class);
    refuses(() -> access.toAct(RSVP, form(token(Purpose.ERASURE))));
    refuses(() -> access.toSeeByLink(RSVP, link(token(Purpose.ERASURE))));
    assertThat(access.toErase(RSVP, form(token(Purpose.ERASURE))).purpose())
        .isEqualTo(Purpose.ERASURE);
  }

  @Test
  void doesNothingByTheCodeForTheDoor() {
    String token = token(Purpose.CHECK_IN);

    refuses(() -> access.toSeeByLink(RSVP, link(token)));
    refuses(() -> access.toAct(RSVP, form(token)));
    refuses(() -> access.toConfirm(RSVP, form(token)));
    refuses(() -> access.toHaveMailed(RSVP, form(token)));
    refuses(() -> access.toErase(RSVP, form(token)));
  }

  @Test
  void hasMailsSentByEveryTokenButThatOfACalendar() {
    confirmed.add(RSVP);

    assertThat(access.toHaveMailed(RSVP, form(token(Purpose.MAIL))).token()).isNotEmpty();
    assertThat(access.toHaveMailed(RSVP, form(token(Purpose.ANSWER))).token()).isNotEmpty();
    assertThatThrownBy(() -> access.toHaveMailed(RSVP, form(token(Purpose.CALENDAR))))
        .isInstanceOf(TokenOnlyShows.class);
    refuses(() -> access.toHaveMailed(RSVP, link(token(Purpose.MAIL))));
    refuses(() -> access.toHaveMailed(RSVP, form(token(Purpose.ERASURE))));
  }

  @Test
  void leavesTheAnswersTokenNothingButToLookOnceTheAddressIsConfirmed() {
    confirmed.add(RSVP);

    assertThat(access.toSeeByLink(RSVP, link(token(Purpose.ANSWER))).rsvp().rsvpId())
        .isEqualTo(RSVP);
    assertThatThrownBy(() -> access.toAct(RSVP, form(token(Purpose.ANSWER))))
        .isInstanceOf(TokenOnlyShows.class);
    assertThat(access.toAct(RSVP, form(token(Purpose.MAIL))).purpose()).isEqualTo(Purpose.MAIL);
  }

  @Test
  void confirmsAnAddressByTheTokenOfAMailAlone() {
    assertThat(access.toConfirm(RSVP, form(token(Purpose.MAIL))).confirmsTheAddress()).isTrue();
    for (Purpose purpose : new Purpose[] {Purpose.ANSWER, Purpose.CALENDAR}) {
      assertThatThrownBy(() -> access.toConfirm(RSVP, form(token(purpose))))
          .isInstanceOf(TokenOnlyShows.class);
    }
    refuses(() -> access.toConfirm(RSVP, form(token(Purpose.ERASURE))));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ERASURE")
  void erasesWithNoOtherToken(Purpose purpose) {
    refuses(() -> access.toErase(RSVP, form(token(purpose))));
    refuses(() -> access.toErase(RSVP, link(token(purpose))));
  }

  @Test
  void endsATokenSixtyDaysAfterTheEveningAsItIsPublishedNow() {
    String token = token(Purpose.MAIL);

    ends.put(MEETUP, NOW.minus(Duration.ofDays(60)).plusMillis(1));
    assertThat(access.toSeeByLink(RSVP, link(token)).token()).isEqualTo(token);

    ends.put(MEETUP, NOW.minus(Duration.ofDays(60)));
    refuses(() -> access.toSeeByLink(RSVP, link(token)));
    refuses(() -> access.toAct(RSVP, form(token)));

    ends.put(MEETUP, NOW.plus(Duration.ofDays(7)));
    assertThat(access.toAct(RSVP, form(token)).token()).isEqualTo(token);
  }

  @Test
  void endsATokenOfAnErasureAtItsOwnTimeWhateverTheEveningDoes() {
    ends.put(MEETUP, NOW.minus(Duration.ofDays(600)));
    String good = tokens.issueForErasure(MEETUP, RSVP, NOW.plusSeconds(1));
    String ended = tokens.issueForErasure(MEETUP, RSVP, NOW);

    assertThat(access.toErase(RSVP, form(good)).token()).isEqualTo(good);
    refuses(() -> access.toErase(RSVP, form(ended)));
    assertThat(access.showsErasureToken(RSVP, form(ended))).isTrue();
    assertThat(access.showsErasureToken(RSVP, form(token(Purpose.MAIL)))).isFalse();
  }

  @Test
  void takesAnIdInCapitalsForTheSame() {
    assertThat(
            access
                .toSeeByLink(RSVP.toUpperCase(Locale.ROOT), link(token(Purpose.ANSWER)))
                .rsvp()
                .rsvpId())
        .isEqualTo(RSVP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "bWVldHVwLTE.AAAA", "%00", "....", "bWVldHVwLTE."})
  void refusesAnyOtherToken(String token) {
    refuses(() -> access.toSeeByLink(RSVP, link(token)));
    refuses(() -> access.toErase(RSVP, link(token)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0-0-0-0-0", "not-a-uuid", "0b0f6a0e3f524d2b9d0e5a4f6f3f2f10"})
  void refusesWhatIsNoIdEvenWithItsToken(String rsvpId) {
    refuses(() -> access.toSeeByLink(rsvpId, link(tokens.issue(MEETUP, rsvpId))));
  }

  @Test
  void refusesAMissingTokenWithAChallenge() {
    assertThatThrownBy(() -> access.toSee(RSVP, new MockHttpServletRequest("GET", "/")))
        .isInstanceOfSatisfying(
            WrongToken.class,
            refusal ->
                assertThat(refusal.getHeaders().getFirst("WWW-Authenticate")).isEqualTo("Bearer"));
  }

  @Test
  void refusesTheTokenOfAnotherRsvp() {
    String another = tokens.issue(MEETUP, "1b0f6a0e-3f52-4d2b-9d0e-5a4f6f3f2f10");

    refuses(() -> access.toSeeByLink(RSVP, link(another)));
  }

  private String token(Purpose purpose) {
    return switch (purpose) {
      case ANSWER -> tokens.issue(MEETUP, RSVP);
      case MAIL -> tokens.issueForMail(MEETUP, RSVP);
      case CALENDAR -> tokens.issueForCalendar(MEETUP, RSVP);
      case CHECK_IN -> tokens.issueForCheckIn(MEETUP, RSVP);
      case ERASURE -> tokens.issueForErasure(MEETUP, RSVP, NOW.plusSeconds(60));
    };
  }

  private static MockHttpServletRequest link(String token) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.setQueryString("token=" + token);
    request.setParameter("token", token);
    return request;
  }

  private static MockHttpServletRequest form(String token) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setParameter("token", token);
    return request;
  }

  private static void refuses(ThrowingCallable access) {
    assertThatThrownBy(access).isInstanceOf(WrongToken.class);
  }
}
