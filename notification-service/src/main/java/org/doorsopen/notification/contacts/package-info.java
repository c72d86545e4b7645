/** Names and addresses; no other package of this service holds any. */
@NullMarked
package org.doorsopen.notification.contacts;

import org.jspecify.annotations.NullMarked;
