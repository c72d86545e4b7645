/** Tests of ids and tokens. */
@NullMarked
package org.doorsopen.identity;

import org.jspecify.annotations.NullMarked;
