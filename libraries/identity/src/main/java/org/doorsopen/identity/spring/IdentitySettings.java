package org.doorsopen.identity.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The platform's secret.
 *
 * @param secret ids and tokens are derived from it; the same in every service
 */
@ConfigurationProperties("doors")
record IdentitySettings(String secret) {}
