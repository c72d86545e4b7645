package org.doorsopen.web.description;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Marks the components of a record as required in its schema, or as nullable where they may be
 * null.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // so is the library
final class AnsweredRecords implements ModelConverter {

  private static final String DEFINITIONS = "#/components/schemas/";

  @Override
  public @Nullable Schema resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
    if (!next.hasNext()) {
      return null;
    }
    Schema resolved = next.next().resolve(type, context, next);
    Class<?> raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
    if (resolved != null && raw.isRecord()) {
      complete(defined(resolved, context), raw);
    }
    return resolved;
  }

  private static @Nullable Schema defined(Schema schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    return reference == null || !reference.startsWith(DEFINITIONS)
        ? schema
        : context.getDefinedModels().get(reference.substring(DEFINITIONS.length()));
  }

  private static void complete(@Nullable Schema schema, Class<?> type) {
    if (schema == null || schema.getProperties() == null) {
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      String name = name(component);
      if (!(schema.getProperties().get(name) instanceof Schema property)) {
        continue;
      }
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
          schema.addRequiredItem(name);
        }
      } else if (property.get$ref() == null) {
        property.addType("null");
      }
    }
  }

  private static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty() ? component.getName() : named.value();
  }
}
