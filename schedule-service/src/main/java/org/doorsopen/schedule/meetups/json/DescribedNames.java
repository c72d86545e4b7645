package org.doorsopen.schedule.meetups.json;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Renames, in the API's description, the properties that mixins rename, because springdoc reads the
 * classes alone.
 */
@Component
class DescribedNames implements OpenApiCustomizer {

  @Override
  public void customise(OpenAPI description) {
    rename(description, "Change", "now", "new");
  }

  @SuppressWarnings("rawtypes") // so is the library's map
  private static void rename(OpenAPI description, String type, String component, String name) {
    Schema<?> schema = description.getComponents().getSchemas().get(type);
    Schema property = schema.getProperties().remove(component);
    schema.addProperty(name, property);
  }
}
