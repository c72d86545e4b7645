/**
 * The file of organizers, which the services read: made and changed by {@code ./doors organizer}.
 */
@NullMarked
package org.doorsopen.launcher.organizers;

import org.jspecify.annotations.NullMarked;
