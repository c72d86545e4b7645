/**
 * The rules for what counts as a change of a meetup, and which people are told of it. The service
 * that publishes and the one that writes mails ask the same rules, which use nothing but the JDK.
 */
@NullMarked
package org.doorsopen.changes.domain;

import org.jspecify.annotations.NullMarked;
