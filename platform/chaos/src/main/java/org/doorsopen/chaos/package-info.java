/** Kills the parts of a running platform under load, and then audits the topics. */
@NullMarked
package org.doorsopen.chaos;

import org.jspecify.annotations.NullMarked;
