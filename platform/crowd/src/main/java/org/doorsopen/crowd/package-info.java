/** Causes mails and counts them, without the services whose events would cause them. */
@NullMarked
package org.doorsopen.crowd;

import org.jspecify.annotations.NullMarked;
