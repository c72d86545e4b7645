/** Kills the parts of a running platform under load, and audits what is left on the topics. */
@NullMarked
package org.doorsopen.chaos;

import org.jspecify.annotations.NullMarked;
