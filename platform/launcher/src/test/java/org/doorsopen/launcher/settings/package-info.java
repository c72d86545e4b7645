@NullMarked
package org.doorsopen.launcher.settings;

import org.jspecify.annotations.NullMarked;
