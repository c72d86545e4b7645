package org.doorsopen.infrastructure;

import java.net.URI;
import java.util.Optional;

/**
 * A way into the schema registry.
 *
 * @param url of the Confluent API, as serializers want it in {@code schema.registry.url}
 * @param token says who asks; empty if the registry does not want to know
 */
public record Registry(URI url, Optional<String> token) {

  /** Both in one, as {@code DOORS_REGISTRY} has it. Not to be shown. */
  public URI login() {
    return token
        .map(text -> URI.create(url.toString().replaceFirst("//", "//bearer:" + text + "@")))
        .orElse(url);
  }

  /** Without the token, so that it may be logged. */
  @Override
  public String toString() {
    return url.toString();
  }
}
