@NullMarked
package org.doorsopen.launcher.platform;

import org.jspecify.annotations.NullMarked;
