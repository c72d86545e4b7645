@NullMarked
package org.doorsopen.web.login;

import org.jspecify.annotations.NullMarked;
