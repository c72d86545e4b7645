/**
 * What the three services are set to alike: {@code doors/platform.yml}, which they import, the
 * short names of settings, and the addresses at which people reach the services.
 */
@NullMarked
package org.doorsopen.settings;

import org.jspecify.annotations.NullMarked;
