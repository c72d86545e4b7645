@NullMarked
package org.doorsopen.web.strangers;

import org.jspecify.annotations.NullMarked;
