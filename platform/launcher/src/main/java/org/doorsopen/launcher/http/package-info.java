/** How demo, chaos and tests speak with the services. */
@NullMarked
package org.doorsopen.launcher.http;

import org.jspecify.annotations.NullMarked;
