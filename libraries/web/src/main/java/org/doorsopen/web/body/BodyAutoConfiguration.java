package org.doorsopen.web.body;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.GenericTypeResolver;

/** Lets controllers take what the {@link BodyReader}s of a service read. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
public class BodyAutoConfiguration {

  @Bean
  BodyConverter bodyConverter(ObjectProvider<BodyReader<?>> readers) {
    return new BodyConverter(byType(readers));
  }

  @Bean
  ReadBodies readBodies(ObjectProvider<BodyReader<?>> readers) {
    return new ReadBodies(byType(readers));
  }

  private static Map<Class<?>, BodyReader<?>> byType(ObjectProvider<BodyReader<?>> readers) {
    var byType = new HashMap<Class<?>, BodyReader<?>>();
    for (BodyReader<?> reader : readers) {
      Class<?> type =
          Objects.requireNonNull(
              GenericTypeResolver.resolveTypeArgument(reader.getClass(), BodyReader.class),
              "A reader must be a class that names its type: " + reader.getClass());
      if (byType.put(type, reader) != null) {
        throw new IllegalStateException("Two readers of " + type);
      }
    }
    return byType;
  }
}
