/**
 * Rules about a published meetup: which people are told of which changes, and when. They use
 * nothing but the JDK.
 */
@NullMarked
package org.doorsopen.notification.meetups.domain;

import org.jspecify.annotations.NullMarked;
