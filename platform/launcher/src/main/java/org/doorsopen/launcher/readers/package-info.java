/** Accounts for programs from outside that listen to what is open. */
@NullMarked
package org.doorsopen.launcher.readers;

import org.jspecify.annotations.NullMarked;
