package org.doorsopen.rsvp.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.doorsopen.identity.RsvpTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RsvpAccessTest {

  private static final String RSVP = "0b0f6a0e-3f52-4d2b-9d0e-5a4f6f3f2f10";

  private final RsvpTokens tokens = new RsvpTokens("a secret of some length");
  private final RsvpAccess access = new RsvpAccess(tokens);
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @Test
  void readsTheMeetupFromTheToken() {
    request.setParameter("token", tokens.issue("meetup-1", RSVP));

    assertThat(access.byToken(RSVP, request)).isEqualTo(new RsvpKey(RSVP, "meetup-1"));
  }

  @Test
  void takesTheTokenFromTheHeaderAsWell() {
    request.addHeader("Authorization", "bearer " + tokens.issue("meetup-1", RSVP));

    assertThat(access.byToken(RSVP, request).meetupId()).isEqualTo("meetup-1");
  }

  @Test
  void takesTheTokenOfTheAnswerAndThatOfAMailAndTellsThemApart() {
    String answered = tokens.issue("meetup-1", RSVP);
    String mailed = tokens.issueForMail("meetup-1", RSVP);
    RsvpKey rsvp = new RsvpKey(RSVP, "meetup-1");

    request.setParameter("token", answered);
    assertThat(access.grant(RSVP, request)).isEqualTo(new AccessGrant(rsvp, answered, false));
    request.setParameter("token", mailed);
    assertThat(access.grant(RSVP, request)).isEqualTo(new AccessGrant(rsvp, mailed, true));
    assertThat(access.byToken(RSVP, request)).isEqualTo(rsvp);
  }

  @Test
  void takesAnIdInCapitalsForTheSame() {
    request.setParameter("token", tokens.issue("meetup-1", RSVP));

    assertThat(access.byToken(RSVP.toUpperCase(java.util.Locale.ROOT), request).rsvpId())
        .isEqualTo(RSVP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "bWVldHVwLTE.AAAA", "%00", "....", "bWVldHVwLTE."})
  void refusesAnyOtherToken(String token) {
    request.setParameter("token", token);

    assertThatThrownBy(() -> access.byToken(RSVP, request)).isInstanceOf(WrongToken.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0-0-0-0-0", "not-a-uuid", "0b0f6a0e3f524d2b9d0e5a4f6f3f2f10"})
  void refusesWhatIsNoIdEvenWithItsToken(String rsvpId) {
    request.setParameter("token", tokens.issue("meetup-1", rsvpId));

    assertThatThrownBy(() -> access.byToken(rsvpId, request)).isInstanceOf(WrongToken.class);
  }

  @Test
  void refusesAMissingTokenWithAChallenge() {
    assertThatThrownBy(() -> access.byToken(RSVP, request))
        .isInstanceOfSatisfying(
            WrongToken.class,
            refusal ->
                assertThat(refusal.getHeaders().getFirst("WWW-Authenticate")).isEqualTo("Bearer"));
  }

  @Test
  void refusesTheTokenOfAnotherRsvp() {
    request.setParameter("token", tokens.issue("meetup-1", "1b0f6a0e-3f52-4d2b-9d0e-5a4f6f3f2f10"));

    assertThatThrownBy(() -> access.byToken(RSVP, request)).isInstanceOf(WrongToken.class);
  }
}
