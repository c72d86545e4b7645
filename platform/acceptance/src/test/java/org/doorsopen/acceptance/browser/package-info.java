/** Looks at pages as people do: in a browser. */
@NullMarked
package org.doorsopen.acceptance.browser;

import org.jspecify.annotations.NullMarked;
