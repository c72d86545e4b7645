package org.doorsopen.settings;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Makes {@link PublicUrls} a bean of every service. */
@AutoConfiguration
@EnableConfigurationProperties(PublicUrls.class)
class SettingsAutoConfiguration {}
