package org.doorsopen.schedule.meetups.json;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** springdoc reads the classes by itself and knows nothing of the mixins beside this. */
@Component
class DescribedNames implements OpenApiCustomizer {

  @Override
  public void customise(OpenAPI description) {
    rename(description, "AgendaItem", "abstractText", "abstract");
    rename(description, "Change", "now", "new");
  }

  @SuppressWarnings("rawtypes") // so is the library's map
  private static void rename(OpenAPI description, String type, String component, String name) {
    Schema<?> schema = description.getComponents().getSchemas().get(type);
    Schema property = schema.getProperties().remove(component);
    schema.addProperty(name, property);
  }
}
