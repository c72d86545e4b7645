package org.doorsopen.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Gives a property the value of its variable, wherever that comes from: the environment, a file of
 * a mounted folder, a test. A variable that is not set leaves the property unset, so that the
 * default of its record holds; a placeholder in a configuration file would have to repeat that
 * default.
 *
 * <p>It lists its names because Spring would otherwise look in every bean that it binds for
 * properties that might be here. Its source is not the environment, because Spring would then look
 * for this source in it again, endlessly.
 */
final class ShortNames extends EnumerablePropertySource<Map<String, String>> {

  private final ConfigurableEnvironment environment;
  private final String[] properties;

  /**
   * @param variables each property's variable
   */
  ShortNames(ConfigurableEnvironment environment, Map<String, String> variables) {
    super("short names", variables);
    this.environment = environment;
    this.properties = variables.keySet().toArray(String[]::new);
  }

  /** All of them, including those that are not set. */
  @Override
  public String[] getPropertyNames() {
    return properties;
  }

  @Override
  public boolean containsProperty(String name) {
    return getProperty(name) != null;
  }

  @Override
  public @Nullable Object getProperty(String name) {
    String variable = source.get(name);
    return variable == null ? null : environment.getProperty(variable);
  }
}
