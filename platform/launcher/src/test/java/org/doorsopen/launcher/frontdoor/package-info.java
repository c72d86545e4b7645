@NullMarked
package org.doorsopen.launcher.frontdoor;

import org.jspecify.annotations.NullMarked;
