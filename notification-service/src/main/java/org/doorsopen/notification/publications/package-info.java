/** Publications of meetups: taken in once, told to everyone they concern. */
@NullMarked
package org.doorsopen.notification.publications;

import org.jspecify.annotations.NullMarked;
