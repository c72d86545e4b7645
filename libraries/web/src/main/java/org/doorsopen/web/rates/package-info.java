/** How often, and how many at once: limits for what may be asked without a login. */
@NullMarked
package org.doorsopen.web.rates;

import org.jspecify.annotations.NullMarked;
