/** Meetups as organizers edit them; nobody is told. */
@NullMarked
package org.doorsopen.schedule.drafts;

import org.jspecify.annotations.NullMarked;
