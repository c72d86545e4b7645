/**
 * The settings that the three services share: {@code doors/platform.yml}, which they import, the
 * short names of settings, and the addresses at which people reach the services.
 */
@NullMarked
package org.doorsopen.settings;

import org.jspecify.annotations.NullMarked;
