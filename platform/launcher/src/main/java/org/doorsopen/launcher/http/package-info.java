/** The HTTP client of demo, chaos and tests. */
@NullMarked
package org.doorsopen.launcher.http;

import org.jspecify.annotations.NullMarked;
