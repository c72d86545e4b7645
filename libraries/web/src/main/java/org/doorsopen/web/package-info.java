/** The HTTP manners that the services share. */
@NullMarked
package org.doorsopen.web;

import org.jspecify.annotations.NullMarked;
