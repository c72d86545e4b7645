/** Names and addresses: the only table with them, and all that is asked of it. */
@NullMarked
package org.doorsopen.rsvp.contacts;

import org.jspecify.annotations.NullMarked;
