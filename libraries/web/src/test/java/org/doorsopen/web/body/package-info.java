@NullMarked
package org.doorsopen.web.body;

import org.jspecify.annotations.NullMarked;
