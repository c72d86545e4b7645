/** Where pages of others come from, as browsers say it. */
@NullMarked
package org.doorsopen.identity.origins;

import org.jspecify.annotations.NullMarked;
