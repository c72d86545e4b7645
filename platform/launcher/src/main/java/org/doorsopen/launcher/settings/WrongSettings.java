package org.doorsopen.launcher.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Every wrong setting at once: its name, its value, and the rule that it breaks. */
public final class WrongSettings extends RuntimeException {

  WrongSettings(List<String> faults) {
    super(
        faults.stream()
            .map(fault -> "  " + fault)
            .collect(Collectors.joining("\n", "These settings are wrong:\n", "")));
  }
}
