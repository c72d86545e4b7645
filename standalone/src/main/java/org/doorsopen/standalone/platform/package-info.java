/** Infrastructure and services as processes of one machine. */
@NullMarked
package org.doorsopen.standalone.platform;

import org.jspecify.annotations.NullMarked;
