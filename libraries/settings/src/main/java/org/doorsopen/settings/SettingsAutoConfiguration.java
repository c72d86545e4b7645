package org.doorsopen.settings;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Makes {@link PublicUrl} a bean of every service. */
@AutoConfiguration
@EnableConfigurationProperties(PublicUrl.class)
class SettingsAutoConfiguration {}
