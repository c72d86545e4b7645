/** The tokens by which the schema registry knows who asks. */
@NullMarked
package org.doorsopen.access.registry;

import org.jspecify.annotations.NullMarked;
