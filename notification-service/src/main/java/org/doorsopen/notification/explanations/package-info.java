/** The words of organizers for people whose RSVPs they cancelled, until these are mailed. */
@NullMarked
package org.doorsopen.notification.explanations;

import org.jspecify.annotations.NullMarked;
