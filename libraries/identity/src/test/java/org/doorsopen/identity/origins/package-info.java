/** Tests of the origins that a setting names. */
@NullMarked
package org.doorsopen.identity.origins;

import org.jspecify.annotations.NullMarked;
