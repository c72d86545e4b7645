package org.doorsopen.schedule.meetups.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.doorsopen.schedule.meetups.domain.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonMixin;

/** {@code new} is a word of Java's own. */
@JacksonMixin(Change.class)
interface ChangeJson {
  @JsonProperty("new")
  @Nullable String now();
}
