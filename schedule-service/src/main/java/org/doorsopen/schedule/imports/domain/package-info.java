/** What an announcement says of a meetup, and what it leaves open. */
@NullMarked
package org.doorsopen.schedule.imports.domain;

import org.jspecify.annotations.NullMarked;
