/** The form on which organizers write a meetup down, and what it does with what they type. */
@NullMarked
package org.doorsopen.schedule.desk.edit;

import org.jspecify.annotations.NullMarked;
