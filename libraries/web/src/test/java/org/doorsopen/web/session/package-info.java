@NullMarked
package org.doorsopen.web.session;

import org.jspecify.annotations.NullMarked;
