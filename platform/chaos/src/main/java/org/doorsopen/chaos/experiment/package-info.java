/** The frame of an experiment of any kind, and a means to kill processes. */
@NullMarked
package org.doorsopen.chaos.experiment;

import org.jspecify.annotations.NullMarked;
