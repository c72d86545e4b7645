@NullMarked
package org.doorsopen.standalone.platform;

import org.jspecify.annotations.NullMarked;
