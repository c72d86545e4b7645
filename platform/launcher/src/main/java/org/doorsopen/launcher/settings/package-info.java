/** The settings of a user, by environment, which are checked before anything is started. */
@NullMarked
package org.doorsopen.launcher.settings;

import org.jspecify.annotations.NullMarked;
