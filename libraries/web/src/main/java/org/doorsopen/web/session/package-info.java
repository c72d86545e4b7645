/** Sessions of organizers in a browser: a signed cookie, and forms that are bound to it. */
@NullMarked
package org.doorsopen.web.session;

import org.jspecify.annotations.NullMarked;
