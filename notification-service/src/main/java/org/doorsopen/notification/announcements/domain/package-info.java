/** Who is told what of a publication: values and rules, nothing but the JDK. */
@NullMarked
package org.doorsopen.notification.announcements.domain;

import org.jspecify.annotations.NullMarked;
