/** Work about meetups that is due at a later time. */
@NullMarked
package org.doorsopen.notification.jobs;

import org.jspecify.annotations.NullMarked;
