/** The one address of the platform: which service answers which path, and the door itself. */
@NullMarked
package org.doorsopen.launcher.frontdoor;

import org.jspecify.annotations.NullMarked;
