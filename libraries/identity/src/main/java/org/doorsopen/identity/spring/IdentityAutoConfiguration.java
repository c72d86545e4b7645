package org.doorsopen.identity.spring;

import org.doorsopen.identity.AttendeeIds;
import org.doorsopen.identity.FormTokens;
import org.doorsopen.identity.MailboxIds;
import org.doorsopen.identity.PreviewTokens;
import org.doorsopen.identity.RsvpIds;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.SessionTokens;
import org.doorsopen.identity.UnsubscribeTokens;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** One maker of each kind of id and token, with the secrets from {@code doors.identity}. */
@AutoConfiguration
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityAutoConfiguration {

  @Bean
  AttendeeIds attendeeIds(IdentitySettings settings) {
    return new AttendeeIds(settings.secrets());
  }

  @Bean
  MailboxIds mailboxIds(IdentitySettings settings) {
    return new MailboxIds(settings.secrets());
  }

  @Bean
  RsvpIds rsvpIds(IdentitySettings settings) {
    return new RsvpIds(settings.secrets());
  }

  @Bean
  RsvpTokens rsvpTokens(IdentitySettings settings) {
    return new RsvpTokens(settings.secrets());
  }

  @Bean
  UnsubscribeTokens unsubscribeTokens(IdentitySettings settings) {
    return new UnsubscribeTokens(settings.secrets());
  }

  @Bean
  SessionTokens sessionTokens(IdentitySettings settings) {
    return new SessionTokens(settings.secrets());
  }

  @Bean
  PreviewTokens previewTokens(IdentitySettings settings) {
    return new PreviewTokens(settings.secrets());
  }

  @Bean
  FormTokens formTokens(IdentitySettings settings) {
    return new FormTokens(settings.secrets());
  }
}
