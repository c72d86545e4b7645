/** One evening, played against a running platform from outside. */
@NullMarked
package org.doorsopen.launcher.demo;

import org.jspecify.annotations.NullMarked;
