package org.doorsopen.notification;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Whatever a test did to the service's clock, the next one begins in the present. */
@Target(TYPE)
@Retention(RUNTIME)
@ExtendWith(BackToThePresent.Reset.class)
@interface BackToThePresent {

  final class Reset implements AfterEachCallback, AfterAllCallback {

    @Override
    public void afterEach(ExtensionContext test) {
      reset(test);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
      reset(tests);
    }

    private static void reset(ExtensionContext context) {
      SpringExtension.getApplicationContext(context).getBean(ClockOfTests.class).reset();
    }
  }
}
