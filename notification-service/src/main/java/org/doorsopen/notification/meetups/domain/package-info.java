/** Rules about a published meetup: who is told what, and when. The JDK is all they use. */
@NullMarked
package org.doorsopen.notification.meetups.domain;

import org.jspecify.annotations.NullMarked;
