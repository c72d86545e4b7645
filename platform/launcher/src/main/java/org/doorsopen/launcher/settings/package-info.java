/** What a user may set by environment, checked before anything is started. */
@NullMarked
package org.doorsopen.launcher.settings;

import org.jspecify.annotations.NullMarked;
