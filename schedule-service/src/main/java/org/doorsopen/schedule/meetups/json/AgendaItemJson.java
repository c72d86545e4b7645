package org.doorsopen.schedule.meetups.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonMixin;

/** {@code abstract} is a word of Java's own. */
@JacksonMixin(AgendaItem.class)
interface AgendaItemJson {
  @JsonProperty("abstract")
  @Nullable String abstractText();
}
