@NullMarked
package org.doorsopen.identity.address;

import org.jspecify.annotations.NullMarked;
