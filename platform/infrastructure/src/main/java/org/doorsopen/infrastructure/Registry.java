package org.doorsopen.infrastructure;

import java.net.URI;

/**
 * @param url of the Confluent API, as serializers want it in {@code schema.registry.url}
 */
public record Registry(URI url) {}
