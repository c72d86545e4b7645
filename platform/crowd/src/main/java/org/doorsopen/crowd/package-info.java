/** What it takes to have mails sent, without the services that would ask for them. */
@NullMarked
package org.doorsopen.crowd;

import org.jspecify.annotations.NullMarked;
