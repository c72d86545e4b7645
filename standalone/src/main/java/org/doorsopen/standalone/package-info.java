/** The whole platform on one machine. */
@NullMarked
package org.doorsopen.standalone;

import org.jspecify.annotations.NullMarked;
