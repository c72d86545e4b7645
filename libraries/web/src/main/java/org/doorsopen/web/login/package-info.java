/** The organizers' login: which routes need it, and which requests are refused before it. */
@NullMarked
package org.doorsopen.web.login;

import org.jspecify.annotations.NullMarked;
