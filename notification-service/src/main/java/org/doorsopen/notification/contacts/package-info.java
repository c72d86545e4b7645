/** How to reach whom; the only place here that holds names and addresses. */
@NullMarked
package org.doorsopen.notification.contacts;

import org.jspecify.annotations.NullMarked;
