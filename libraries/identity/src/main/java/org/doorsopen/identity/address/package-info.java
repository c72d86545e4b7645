/** Addresses as people type them, and the ones that mails go to. */
@NullMarked
package org.doorsopen.identity.address;

import org.jspecify.annotations.NullMarked;
