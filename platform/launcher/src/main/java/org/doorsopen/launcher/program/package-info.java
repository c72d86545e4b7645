/**
 * The frame of the programs that the script {@code doors} runs: command line, signals, exit codes.
 */
@NullMarked
package org.doorsopen.launcher.program;

import org.jspecify.annotations.NullMarked;
