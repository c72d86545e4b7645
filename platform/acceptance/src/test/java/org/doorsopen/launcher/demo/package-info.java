/** Whole evenings, on processes and on containers. */
@NullMarked
package org.doorsopen.launcher.demo;

import org.jspecify.annotations.NullMarked;
