@NullMarked
package org.doorsopen.launcher.organizers;

import org.jspecify.annotations.NullMarked;
