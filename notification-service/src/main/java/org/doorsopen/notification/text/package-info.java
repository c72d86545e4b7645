/** Message texts, languages and templates, shared by mails and pages. */
@NullMarked
package org.doorsopen.notification.text;

import org.jspecify.annotations.NullMarked;
