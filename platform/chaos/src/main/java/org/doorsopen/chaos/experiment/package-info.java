/** What both kinds of chaos need: the frame of an experiment, and a means to kill a process. */
@NullMarked
package org.doorsopen.chaos.experiment;

import org.jspecify.annotations.NullMarked;
