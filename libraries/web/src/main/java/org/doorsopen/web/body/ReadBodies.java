package org.doorsopen.web.body;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Describes a type that has a reader by what the reader asks for, not by the class. */
final class ReadBodies implements ModelConverter {

  private final Map<Class<?>, BodyReader<?>> readers;

  ReadBodies(Map<Class<?>, BodyReader<?>> readers) {
    this.readers = Map.copyOf(readers);
  }

  @Override
  @SuppressWarnings("rawtypes") // so is the interface
  public @Nullable Schema resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
    BodyReader<?> reader =
        readers.get(TypeFactory.defaultInstance().constructType(type.getType()).getRawClass());
    if (reader != null) {
      return DescribedFields.define(
          fields -> reader.read(fields, HttpHeaders.EMPTY),
          (described, schema) -> context.defineModel(described.getSimpleName(), schema));
    }
    return next.hasNext() ? next.next().resolve(type, context, next) : null;
  }
}
