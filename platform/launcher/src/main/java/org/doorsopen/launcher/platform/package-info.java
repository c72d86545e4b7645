/** Infrastructure and services as processes of one machine. */
@NullMarked
package org.doorsopen.launcher.platform;

import org.jspecify.annotations.NullMarked;
