/** Drafts as their public page will be, for people with the link. */
@NullMarked
package org.doorsopen.schedule.desk.preview;

import org.jspecify.annotations.NullMarked;
