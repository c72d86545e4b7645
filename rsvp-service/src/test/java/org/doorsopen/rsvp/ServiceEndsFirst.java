package org.doorsopen.rsvp;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Closes the service after the last test. Otherwise it would be closed when the JVM ends, side by
 * side with the infrastructure, and wait for a Kafka that is gone already.
 */
final class ServiceEndsFirst implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext test) {
    test.getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(
            ServiceEndsFirst.class,
            _ ->
                (AutoCloseable)
                    ((ConfigurableApplicationContext) SpringExtension.getApplicationContext(test))
                        ::close);
  }
}
