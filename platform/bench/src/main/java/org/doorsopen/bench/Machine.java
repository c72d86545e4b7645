package org.doorsopen.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The machine on which the figures were measured.
 *
 * @param load average of the last minute when the bench began; below 0.5 the machine was idle
 */
record Machine(int processors, long memoryGigabytes, String system, String java, double load) {

  static Machine here() {
    var bean =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        bean.getAvailableProcessors(),
        Math.round(bean.getTotalMemorySize() / 1e9),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.version"),
        bean.getSystemLoadAverage());
  }

  String inWords() {
    return String.format(
        Locale.ROOT,
        "%d processors, %d GB, %s, JDK %s; load %.1f when it began",
        processors,
        memoryGigabytes,
        system,
        java,
        load);
  }
}
